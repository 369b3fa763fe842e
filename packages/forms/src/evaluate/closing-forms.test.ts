import { readFileSync } from 'node:fs';
import type { Json, JsonObject } from '@paidan/engine/issue';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../fields/signature/signature-kind.ts';
import { formsOfDocument } from '../proving/forms-of-document.ts';
import type { FormContext } from './form-context.ts';

const folder = new URL('../../../../examples/security-aftersales/', import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as Json;
const formOfExample = formsOfDocument('security-aftersales.workflow.json', read);

const at = '2026-11-22T02:00:00.000Z';
const engineer: FormContext = {
  stage: 'feedback',
  at,
  actor: { id: 'e-1', roles: ['engineer'], label: '王工' },
};
const file = { id: 'f-1', sha256: 'a'.repeat(64) };

function judge(formId: string, values: JsonObject, context: FormContext) {
  const { value, issues } = formOfExample(formId).settle(values, context);
  return { record: value?.record, found: issues.map(({ code, pointer }) => `${code} ${pointer}`) };
}

describe('the self-check', () => {
  const passed = { result: 'pass' };
  const items = { power: passed, image: passed, network: passed, storage: passed, site: passed };
  const values = { items, firmwareAfter: '2.4.3', photos: [file] };

  it('names the person who sends it and computes that it passed', () => {
    const forged = { ...values, by: { id: 'boss', label: '张总' }, passed: false };
    const { record, found } = judge('self-check', forged, engineer);
    expect(found).toEqual([]);
    expect(record?.['selfCheck']).toMatchObject({ by: { id: 'e-1', label: '王工' }, passed: true });
  });

  it('demands a note on a failed item, at its row, and drops it once the item passes', () => {
    const failed = { ...values, items: { ...items, image: { result: 'fail' } } };
    expect(judge('self-check', failed, engineer).found).toEqual([
      'form/required /selfCheck/items/image/note',
    ]);
    const noted = { ...values, items: { ...items, image: { result: 'pass', note: '偏色' } } };
    const { record, found } = judge('self-check', noted, engineer);
    expect(found).toEqual([]);
    expect(record?.['selfCheck']).toMatchObject({ items: { image: { result: 'pass' } } });
    expect(JSON.stringify(record)).not.toContain('偏色');
  });

  it('asks for every item of the list, answered or not', () => {
    const { found } = judge('self-check', { ...values, items: { power: passed } }, engineer);
    const rows = ['image', 'network', 'storage', 'site'];
    expect(found).toEqual(rows.toSorted().map((row) => `form/required /selfCheck/items/${row}/result`));
  });

  it('shows its rows with their labels and fields', () => {
    const { fields } = formOfExample('self-check').evaluate(
      { items: { image: { result: 'fail' } } },
      engineer,
    );
    const row = fields['items']?.rows?.[1];
    expect(row).toMatchObject({ id: 'image', label: { 'zh-CN': '画面' } });
    expect(row?.fields['note']).toMatchObject({ visible: true, required: true });
    expect(fields['items']?.rows?.[0]?.fields['note']).toMatchObject({ visible: false });
  });

  it('follows the firmware of the record until it is typed over', () => {
    const base = { device: { firmware: '2.4.1' } };
    const evaluate = (context: FormContext) =>
      formOfExample('self-check').evaluate({ firmwareAfter: '2.4.3' }, { ...engineer, base, ...context });
    expect(evaluate({}).values['firmwareAfter']).toBe('2.4.1');
    expect(evaluate({}).fields['firmwareAfter']).toMatchObject({ follows: true });
    expect(evaluate({ edited: ['/selfCheck/firmwareAfter'] }).values['firmwareAfter']).toBe('2.4.3');
  });

  it('wants a photo from whoever did the work', () => {
    expect(judge('self-check', { ...values, photos: [] }, engineer).found).toEqual([
      'form/required /selfCheck/photos',
    ]);
  });
});

describe('the parts list', () => {
  const issued: FormContext = { ...engineer, workOrder: { id: 'wo-1' } };
  const withStock = (values: JsonObject, context: FormContext = issued): FormContext => {
    const [due] = formOfExample('parts-list').evaluate(values, context).due;
    const lookups = { issued: { status: 'done', result: { items: [] }, hash: due?.hash ?? '' } } as const;
    return { ...context, lookups };
  };
  const lens = { sku: 'LENS-28', quantity: 2, unitPriceCents: '19.99' };
  const screw = { sku: 'SCREW-1', quantity: 1, unitPriceCents: '0.10' };

  it('adds typed money up in whole cents and ignores a forged total', () => {
    const values = { parts: [{ ...lens, amountCents: 1 }, screw], partsTotalCents: 1, partsConfirmed: true };
    const { record, found } = judge('parts-list', values, withStock(values));
    expect(found).toEqual([]);
    expect(record).toMatchObject({
      partsTotalCents: 4008,
      parts: [{ amountCents: 3998 }, { amountCents: 10 }],
    });
  });

  it('demands 未更换配件 where nothing was replaced', () => {
    expect(judge('parts-list', {}, withStock({})).found).toEqual(['form/required /noPartsReplaced']);
    expect(judge('parts-list', { noPartsReplaced: true }, withStock({})).found).toEqual([]);
  });

  it('removes a stale tick from the record once there are parts, and demands 清单属实', () => {
    const base = { noPartsReplaced: true };
    const context = withStock({ parts: [screw] }, { ...issued, base });
    expect(judge('parts-list', { parts: [screw] }, context).found).toEqual(['form/required /partsConfirmed']);
    const { record } = judge('parts-list', { parts: [screw], partsConfirmed: true }, context);
    expect(record).not.toHaveProperty('noPartsReplaced');
  });

  it('does not take an unticked box for an answer', () => {
    const values = { parts: [screw], partsConfirmed: false };
    expect(judge('parts-list', values, withStock(values)).found).toEqual(['form/required /partsConfirmed']);
  });

  it('points at the row and the column of a wrong part', () => {
    const values = { parts: [screw, { sku: 'x', quantity: 0 }], partsConfirmed: true };
    expect(judge('parts-list', values, withStock(values)).found).toEqual([
      'form/wrong-shape /parts/1/sku',
      'form/too-small /parts/1/quantity',
    ]);
  });
});

describe('signature, refusal and code', () => {
  const base = { selfCheck: { passed: true }, noPartsReplaced: true };
  const covered = digestOf(base, ['/selfCheck', '/parts', '/noPartsReplaced']);
  const signature = { ...file, strokes: 3, signer: { label: '李女士' }, signedAt: at, coversSha256: covered };

  it('accepts a signature over what it covers and refuses one over other bytes', () => {
    expect(judge('signature', { signature }, { ...engineer, base }).found).toEqual([]);
    const later = { ...base, parts: [{ sku: 'LENS-28', quantity: 1 }] };
    expect(judge('signature', { signature }, { ...engineer, base: later }).found).toEqual([
      'form/signature-outdated /signature',
    ]);
  });

  it('refuses a blank signature in its own words only', () => {
    const blank = { ...signature, strokes: 0 };
    expect(judge('signature', { signature: blank }, { ...engineer, base }).found).toEqual([
      'form/empty-signature /signature',
    ]);
  });

  it('demands reason, photo and witness of a refusal', () => {
    expect(judge('refusal', { reason: '不在家' }, engineer).found).toEqual([
      'form/required /refusal/photo',
      'form/required /refusal/witness',
    ]);
    expect(judge('refusal', { reason: '不在家', photo: file, witness: '张主管' }, engineer).found).toEqual(
      [],
    );
  });

  it('takes the instant of a one-time code from the server alone', () => {
    const form = formOfExample('closing-code');
    const context: FormContext = {
      stage: 'feedback',
      at,
      actor: { id: 'u-1', roles: ['customer'] },
      base: { phone: '+8613812345678' },
    };
    const claimed = { confirmedAt: at };
    expect(judge('closing-code', claimed, context).found).toEqual([
      'form/check-not-run /phone',
      'form/required /closingCode/confirmedAt',
    ]);
    const [due] = form.evaluate({}, context).due;
    expect(due).toMatchObject({
      id: 'code',
      operation: 'confirmedCode',
      params: { sentTo: '+8613812345678' },
    });
    const lookups = { code: { status: 'done', result: { confirmedAt: at }, hash: due?.hash ?? '' } } as const;
    expect(judge('closing-code', {}, { ...context, lookups }).record).toMatchObject({ closingCode: claimed });
  });
});

describe('the review', () => {
  const customer: FormContext = { stage: 'feedback', at, actor: { id: 'u-1', roles: ['customer'] } };
  const survey = formOfExample('survey');
  const asked = (values: JsonObject) =>
    Object.entries(survey.evaluate(values, customer).fields)
      .filter(([, { visible, required }]) => visible && required)
      .map(([id]) => id)
      .slice(2);

  it('[S49] is refused without a root cause', () => {
    expect(judge('survey', { satisfied: true }, { ...customer, channel: 'api' }).found).toEqual([
      'form/required /survey/rootCause',
    ]);
  });

  it('[S49] offers 没有遇到问题 to the content only', () => {
    expect(judge('survey', { satisfied: false, rootCause: 'none' }, customer).found).toEqual([
      'form/not-offered /survey/rootCause',
    ]);
  });

  it.each([
    ['parts', ['etaTold', 'alternative']],
    ['network', ['networkStable']],
    ['skill', ['handedOver']],
    ['communication', ['explained']],
    ['none', []],
  ])('[S50] asks after %s exactly %j', (rootCause, questions) => {
    expect(asked({ satisfied: true, rootCause })).toEqual(questions);
  });

  it('[S50] drops the old answers when the cause changes, in the answers and in the record', () => {
    const base = { survey: { satisfied: false, rootCause: 'parts', etaTold: 'no', alternative: 'no' } };
    const values = { rootCause: 'communication', explained: 'yes' };
    const { record, found } = judge('survey', values, { ...customer, base });
    expect(found).toEqual([]);
    expect(record).toEqual({ survey: { satisfied: false, rootCause: 'communication', explained: 'yes' } });
  });

  it('[S50] refuses an answer to a question that was not asked', () => {
    const values = { satisfied: true, rootCause: 'network', networkStable: 'yes', etaTold: 'no' };
    expect(judge('survey', values, customer).found).toEqual(['form/not-asked /survey/etaTold']);
  });

  it('[S51] files a tag per answer and derives what they say together', () => {
    const values = { satisfied: false, rootCause: 'parts', etaTold: 'no', alternative: 'no' };
    expect(survey.settle(values, customer).value?.tags).toEqual([
      'satisfied.no',
      'cause.parts',
      'parts.eta-told.no',
      'parts.alternative.no',
      'parts.left-waiting',
    ]);
  });

  it('clears an answer of the record with null', () => {
    const base = { survey: { satisfied: true, rootCause: 'none', comment: '很好' } };
    const { value } = survey.validate({ comment: '' }, { ...customer, base });
    expect(value).toMatchObject({ comment: null });
    expect(survey.settle(value ?? {}, { ...customer, base }).value?.record).toEqual({
      survey: { satisfied: true, rootCause: 'none' },
    });
  });
});
