import { readFileSync } from 'node:fs';
import type { Json } from '@paidan/engine/issue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DueLookup } from '../lookup/due-lookups.ts';
import { formsOfDocument } from '../proving/forms-of-document.ts';
import { FormFilling } from './form-filling.ts';
import type { LookupReply } from './lookup-port.ts';

const folder = new URL('../../../../examples/security-aftersales/', import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as Json;
const forms = formsOfDocument('security-aftersales.workflow.json', read);

const context = {
  stage: 'trigger',
  at: '2026-11-22T02:00:00.000Z',
  timeZone: 'Asia/Shanghai',
  actor: { id: 'agent-1', roles: ['agent'] },
} as const;
const place = { address: '深圳市南山区科技园 1 号' };
const replies: { readonly [id: string]: LookupReply } = {
  customer: { status: 'done', result: { customers: [{ id: 'c-1', label: '鹏城物业', place }] } },
  device: { status: 'done', result: { model: 'PD-IPC-T40', brand: 'pengdun', deviceType: 'ipc' } },
  duplicates: { status: 'done', result: { total: 1, open: 0, items: [{ id: 'w-1' }] } },
};

const asked: DueLookup[] = [];
const port = (answers = replies) => ({
  ask: async (lookup: DueLookup): Promise<LookupReply> => {
    asked.push(lookup);
    return answers[lookup.id] ?? { status: 'absent' };
  },
});

const start = (answers = replies) =>
  new FormFilling({ form: forms('repair-report'), context, lookups: port(answers) });

beforeEach(() => {
  asked.length = 0;
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function report(filling: FormFilling): Promise<void> {
  filling.set('/phone', '138 1234 5678');
  filling.set('/sn', 'ABCD12345678');
  filling.set('/description', '三号楼门口的摄像机黑屏，已经两天');
  await vi.runAllTimersAsync();
}

describe('a filling', () => {
  it('[S12] asks once after the last digit and fills in the customer', async () => {
    const filling = start();
    for (const length of [9, 10, 11]) filling.set('/phone', '13812345678'.slice(0, length), true);
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(300);
    expect(asked.map(({ id, params }) => [id, params])).toEqual([['customer', { phone: '+8613812345678' }]]);
    expect(filling.store.getState().evaluation.values).toMatchObject({ customerId: 'c-1', place });
  });

  it('[S12] sends a waiting question at once when the field is left', async () => {
    const filling = start();
    filling.set('/phone', '13812345678', true);
    filling.touch('/phone');
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toHaveLength(1);
  });

  it('[S12] drops the answer for an earlier number and aborts its request', async () => {
    const signals: AbortSignal[] = [];
    const slow = {
      ask: (_: DueLookup, signal: AbortSignal) => {
        signals.push(signal);
        return new Promise<LookupReply>(() => undefined);
      },
    };
    const filling = new FormFilling({ form: forms('repair-report'), context, lookups: slow });
    filling.set('/phone', '13812345678');
    await vi.advanceTimersByTimeAsync(0);
    filling.set('/phone', '13912345678');
    await vi.advanceTimersByTimeAsync(0);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    expect(filling.store.getState().lookups).toEqual({});
  });

  it('[S14] goes on with 待核实 when an answer is too slow, and asks again on demand', async () => {
    const filling = new FormFilling({
      form: forms('repair-report'),
      context,
      lookups: { ask: () => new Promise<LookupReply>(() => undefined) },
    });
    filling.set('/sn', 'ABCD12345678');
    await vi.advanceTimersByTimeAsync(4000);
    const { evaluation } = filling.store.getState();
    expect(evaluation.lookups['device']?.status).toBe('deferred');
    expect(evaluation.fields['warranty']?.value).toBe('unknown');
    filling.retry('device');
    expect(filling.store.getState().asking).toEqual(['device']);
  });

  it('[S13] opens the popup through what a person did, once', async () => {
    const filling = start();
    await report(filling);
    expect(filling.store.getState().popups).toEqual({ earlier: 'open' });
    filling.showPopup('earlier', false);
    filling.set('/severity', 'P1');
    expect(filling.store.getState().popups).toEqual({ earlier: 'folded' });
  });

  it('[S13] leaves the popup folded when the form is opened as it stands', async () => {
    const first = start();
    await report(first);
    const { typed, edited, acknowledged, lookups } = first.store.getState();
    const again = new FormFilling({
      form: forms('repair-report'),
      context,
      draft: { typed, edited, acknowledged, lookups },
    });
    expect(again.store.getState().evaluation.sections['earlier']?.visible).toBe(true);
    expect(again.store.getState().popups).toEqual({});
  });

  it('[S16] neither sets nor asks anything while an input method composes', async () => {
    const filling = start();
    filling.compose(true);
    filling.set('/description', 'heiping', true);
    filling.set('/description', '黑屏', true);
    await vi.runAllTimersAsync();
    expect(filling.store.getState().evaluation.tags).toEqual([]);
    filling.compose(false);
    expect(filling.store.getState().evaluation.values['faultTags']).toEqual(['black-screen']);
  });

  it('[S16] keeps the tags a person chose until they are given back to the recogniser', () => {
    const filling = start();
    filling.set('/description', '摄像机黑屏');
    filling.set('/faultTags', ['offline']);
    filling.set('/description', '摄像机黑屏，反复重启');
    expect(filling.store.getState().evaluation.values['faultTags']).toEqual(['offline']);
    filling.restore('/faultTags');
    expect(filling.store.getState().evaluation.values['faultTags']).toEqual(['black-screen', 'reboot']);
  });

  it('[S11] waits for what is under way before it gives an answer', async () => {
    const calm = {
      ...replies,
      duplicates: { status: 'done', result: { total: 0, open: 0, items: [] } },
    } as const;
    const filling = start(calm);
    filling.set('/phone', '13812345678', true);
    filling.set('/sn', 'ABCD12345678', true);
    filling.set('/description', '三号楼门口的摄像机黑屏，已经两天', true);
    const sent = filling.submit();
    await vi.runAllTimersAsync();
    const { value, issues } = await sent;
    expect(issues).toEqual([]);
    expect(value?.hash).toBe(forms('repair-report').hash);
    expect(value?.values).toMatchObject({ phone: '+8613812345678', sn: 'ABCD12345678' });
  });

  it('says what is missing instead of sending, and shows it from then on', async () => {
    const filling = start();
    const { value, issues } = await filling.submit();
    expect(value).toBeUndefined();
    expect(issues.map(({ pointer }) => pointer)).toContain('/phone');
    expect(filling.store.getState().isTried).toBe(true);
  });

  it('leaves what only the server may ask to the server', () => {
    const customer = { ...context, actor: { id: 'c', roles: ['customer'] } };
    const filling = new FormFilling({ form: forms('repair-report'), context: customer, lookups: port() });
    filling.set('/phone', '13812345678');
    expect(filling.store.getState().left).toContain('customer');
    expect(filling.store.getState().asking).not.toContain('customer');
  });

  it('sends null for a place of the record that was emptied', async () => {
    const base = { phone: '+8613812345678', sn: 'ABCD12345678', description: '摄像机黑屏', severity: 'P1' };
    const filling = new FormFilling({
      form: forms('repair-report'),
      context: { ...context, base },
      lookups: port({ ...replies, duplicates: { status: 'absent' } }),
    });
    filling.set('/severity', undefined);
    const sent = filling.submit();
    await vi.runAllTimersAsync();
    expect((await sent).value?.values['severity']).toBeNull();
  });

  it('keeps the very object of a field that did not change', () => {
    const filling = start();
    const before = filling.store.getState().evaluation.fields['phone'];
    filling.set('/description', '摄像机黑屏');
    expect(filling.store.getState().evaluation.fields['phone']).toBe(before);
  });
});
