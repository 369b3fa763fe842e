import { readFileSync } from 'node:fs';
import type { Json, JsonObject } from '@paidan/engine/issue';
import { describe, expect, it } from 'vitest';
import { formsOfDocument } from '../proving/forms-of-document.ts';
import type { FormContext } from './form-context.ts';

const folder = new URL('../../../../examples/security-aftersales/', import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as Json;
const form = formsOfDocument('security-aftersales.workflow.json', read)('repair-report');

const at = '2026-11-22T02:00:00.000Z';
const agent = { id: 'agent-1', roles: ['agent'] };
const report = { phone: '13812345678', sn: 'ABCD12345678', description: '三号楼门口的摄像机黑屏，已经两天' };
const place = { address: '深圳市南山区科技园 1 号' };
const customers = [{ id: 'c-1', label: '鹏城物业', place }];
const device = { model: 'PD-IPC-T40', brand: 'pengdun', deviceType: 'ipc', warrantyUntil: '2027-01-01' };

type Answer = { readonly status: 'done' | 'absent' | 'deferred'; readonly result?: Json };

/** Fills the form in as a host does: asks what is due, answers from the table, until nothing is due. */
function answered(
  values: JsonObject,
  answers: { [id: string]: Answer },
  context: FormContext = {},
): FormContext {
  let settled: FormContext = { stage: 'trigger', at, timeZone: 'Asia/Shanghai', actor: agent, ...context };
  for (let level = 0; level < 5; level++) {
    const { due } = form.evaluate(values, settled);
    const known = due.filter(({ id }) => answers[id] !== undefined);
    if (known.length === 0) return settled;
    const found = known.map(
      ({ id, hash }) => [id, { hash, ...(answers[id] ?? { status: 'absent' }) }] as const,
    );
    settled = { ...settled, lookups: { ...settled.lookups, ...Object.fromEntries(found) } };
  }
  return settled;
}

const calm = {
  customer: { status: 'done', result: { customers } },
  device: { status: 'done', result: device },
  duplicates: { status: 'done', result: { total: 0, open: 0, items: [] } },
} as const;
const repeated = {
  ...calm,
  duplicates: { status: 'done', result: { total: 2, open: 1, items: [{ id: 'w-1' }, { id: 'w-2' }] } },
} as const;

const codes = (values: JsonObject, context: FormContext) =>
  form.validate(values, context).issues.map(({ code, pointer }) => `${code} ${pointer}`);

describe('the repair report', () => {
  it('[S14] fills device facts from the ERP and accepts the report', () => {
    const context = answered(report, calm);
    const { values, fields } = form.evaluate(report, context);
    expect(values['device']).toEqual({ model: 'PD-IPC-T40', warranty: 'in' });
    expect(values['deviceType']).toBe('ipc');
    expect(fields['warranty']).toMatchObject({ readOnly: true, value: 'in' });
    expect(form.validate(report, context).issues).toEqual([]);
  });

  it('[S12] fills the customer of a number that belongs to one', () => {
    const { values, fields } = form.evaluate(report, answered(report, calm));
    expect(values).toMatchObject({ customerId: 'c-1', place });
    expect(fields['customer']).toMatchObject({ visible: false });
    expect(fields['customerName']).toMatchObject({ visible: false });
  });

  it('[S12] asks which customer when a number belongs to two, and waits with the duplicates', () => {
    const two = [...customers, { id: 'c-2', label: '海岸城' }];
    const context = answered(report, { ...calm, customer: { status: 'done', result: { customers: two } } });
    const { fields, lookups } = form.evaluate(report, context);
    expect(fields['customer']).toMatchObject({ visible: true, required: true });
    expect(fields['customer']?.choices?.map(({ id }) => id)).toEqual(['c-1', 'c-2']);
    expect(lookups['duplicates']?.status).toBe('not-needed');
    expect(codes(report, context)).toContain('form/required /customerId');
    expect(codes({ ...report, customerId: 'c-9' }, { ...context, edited: ['/customerId'] })).toContain(
      'form/not-offered /customerId',
    );
    const chosen = { ...report, customerId: 'c-2', place };
    expect(answered(chosen, calm, { ...context, edited: ['/customerId'] }).lookups).toHaveProperty(
      'duplicates',
    );
  });

  it('[S12] demands name and address of an unknown number', () => {
    const context = answered(report, { ...calm, customer: { status: 'done', result: { customers: [] } } });
    expect(codes(report, context)).toEqual(['form/required /customerName', 'form/required /place']);
    expect(codes({ ...report, customerName: '李女士', place }, context)).toEqual([]);
  });

  it('[S12] drops the answer for an earlier number', () => {
    const context = answered(report, calm);
    const other = { ...report, phone: '13912345678' };
    expect(form.evaluate(other, context).lookups['customer']?.status).toBe('due');
    expect(form.evaluate(report, context).lookups['customer']?.status).toBe('done');
  });

  it.each([['13812345678'], ['１３８ 1234 5678'], ['+86 138 1234 5678'], ['0086-138-1234-5678']])(
    '[S12] reads %s as one number',
    (phone) => {
      expect(form.evaluate({ ...report, phone }, { stage: 'trigger' }).values['phone']).toBe(
        '+8613812345678',
      );
    },
  );

  it('[S12] refuses ten digits and asks no system about them', () => {
    const values = { ...report, phone: '1381234567' };
    expect(codes(values, answered(values, calm))).toContain('form/wrong-shape /phone');
    expect(form.evaluate(values, { stage: 'trigger' }).lookups['customer']?.status).toBe('idle');
  });

  it('[S12] warns of a range nobody uses', () => {
    const values = { ...report, phone: '14900000000' };
    expect(form.validate(values, answered(values, calm)).issues).toMatchObject([
      { code: 'form/unassigned-number', severity: 'warning', pointer: '/phone' },
    ]);
  });

  it('[S13] opens the dialog with exactly its words when there are similar work orders', () => {
    const { sections, values } = form.evaluate(report, answered(report, repeated));
    expect(sections['earlier']).toEqual({ visible: true, present: 'dialog', data: { found: 2, open: 1 } });
    expect(form.definition.sections['earlier']?.title).toMatchObject({ 'zh-CN': '已处理，建议远程指导' });
    expect(values['earlier']).toBeUndefined();
  });

  it('[S13] demands a decision, and a reason for 仍要报修 only', () => {
    const decide = (earlier: JsonObject) => {
      const values = { ...report, earlier };
      return codes(values, answered(values, repeated));
    };
    expect(decide({})).toEqual(['form/required /earlier/decision']);
    expect(decide({ decision: 'report-anyway' })).toEqual(['form/required /earlier/reason']);
    expect(decide({ decision: 'report-anyway', reason: '上次没修好' })).toEqual([]);
    expect(decide({ decision: 'open-earlier' })).toEqual([]);
    expect(decide({ decision: 'remote' })).toEqual([]);
  });

  it('[S13] stores the number of duplicates from the lookup alone', () => {
    const forged = { ...report, duplicates: 0, earlier: { decision: 'remote', orders: ['w-9'] } };
    const { value } = form.settle(forged, answered(forged, repeated));
    expect(value?.record).toMatchObject({
      duplicates: 2,
      earlier: { open: 1, orders: ['w-1', 'w-2'], decision: 'remote', check: 'done' },
    });
  });

  it('[S14] notes 待核实 and still submits when the ERP does not answer', () => {
    const context = answered(report, { ...calm, device: { status: 'deferred' } });
    const { value, issues } = form.settle(report, context);
    expect(issues).toEqual([]);
    expect(value?.record).toMatchObject({ device: { warranty: 'unknown', check: 'deferred' } });
  });

  it('[S14] wants an unknown serial number confirmed, then keeps a warning', () => {
    const context = answered(report, { ...calm, device: { status: 'absent' } });
    expect(codes(report, context)).toEqual(['form/not-confirmed /sn']);
    const { value, issues } = form.validate(report, { ...context, acknowledged: ['device'] });
    expect(value).toBeDefined();
    expect(issues).toMatchObject([{ code: 'form/answer-absent', severity: 'warning', pointer: '/sn' }]);
  });

  it('[S14] clears the old device at once when the serial number changes', () => {
    const base = { ...report, device: { model: 'PD-IPC-T40', warranty: 'in', check: 'done' } };
    const { values, lookups } = form.evaluate(
      { sn: 'WXYZ12345678' },
      { stage: 'identify', at, base, actor: agent },
    );
    expect(lookups['device']?.status).toBe('due');
    expect(values['device']).toBeUndefined();
  });

  it.each([
    ['2026-11-22T15:59:59.999Z', 'in'],
    ['2026-11-22T16:00:00.000Z', 'out'],
  ])('[S15] counts the last day of warranty in Shanghai: at %s %s', (instant, warranty) => {
    const answers = {
      ...calm,
      device: { status: 'done', result: { ...device, warrantyUntil: '2026-11-22' } },
    } as const;
    const context = answered(report, answers, { at: instant });
    const { values, sections } = form.evaluate(report, context);
    expect(values['device']).toMatchObject({ warranty });
    expect(sections['charge']?.visible).toBe(warranty === 'out');
  });

  it('[S15] says 待核实 without an end of warranty, and shows no banner', () => {
    const { warrantyUntil: _, ...without } = device;
    const context = answered(report, { ...calm, device: { status: 'done', result: without } });
    const { values, sections } = form.evaluate(report, context);
    expect(values['device']).toMatchObject({ warranty: 'unknown' });
    expect(sections['charge']?.visible).toBe(false);
  });

  it('[B34] accepts an alarm with a duplicate and leaves the decision to the desk', () => {
    const alarm = { channel: 'device', actor: { id: 'alarm', roles: [] } };
    const context = answered(report, repeated, alarm);
    expect(form.validate(report, context).issues).toEqual([]);
    const { value } = form.settle(report, context);
    expect(value?.record).toMatchObject({ duplicates: 2 });
    const base = { ...value?.record, severity: 'P2', onSite: false };
    const desk = answered({}, repeated, { stage: 'identify', base });
    expect(codes({}, desk)).toEqual(['form/required /earlier/decision']);
  });

  it('[S11] has one issue per forced check that has not run', () => {
    const found = form.validate(report, { stage: 'trigger', at, actor: agent, channel: 'api' }).issues;
    const missing = found.filter(({ code }) => code === 'form/check-not-run');
    expect(missing.map(({ data }) => data['lookup'])).toEqual(['customer', 'device']);
    const context = answered(report, { customer: calm.customer, device: calm.device });
    const left = form.validate(report, context).issues;
    expect(left.map(({ code, data }) => [code, data['lookup']])).toEqual([
      ['form/check-not-run', 'duplicates'],
    ]);
  });

  it('[S11] ignores answers for other parameters', () => {
    const invented = { device: { status: 'done', result: device, hash: 'sha256-0' } } as const;
    expect(form.evaluate(report, { stage: 'trigger', at, lookups: invented }).lookups['device']?.status).toBe(
      'due',
    );
  });

  it('[S11] leaves lookups a role may not see to the server and still lists them', () => {
    const customer = { id: 'u-1', roles: ['customer'] };
    const { due } = form.evaluate(report, { stage: 'trigger', at, actor: customer });
    expect(due.map(({ id, leftToServer }) => [id, leftToServer])).toEqual([
      ['customer', true],
      ['device', false],
    ]);
  });

  it('[S16] tags stated words and follows the text until a person touches the tags', () => {
    const tagsOf = (description: string, context: FormContext = {}, faultTags: Json = ['black-screen']) =>
      form.evaluate({ ...report, description, faultTags }, { stage: 'trigger', ...context }).values[
        'faultTags'
      ];
    expect(tagsOf('没有黑屏，只是离线')).toEqual(['offline']);
    expect(tagsOf('反复重启，离线')).toEqual(['offline', 'reboot']);
    expect(tagsOf('没有黑屏，只是离线', { edited: ['/faultTags'] })).toEqual(['black-screen']);
    expect(tagsOf('没有黑屏，只是离线', { edited: ['/faultTags'] }, [])).toBeUndefined();
  });

  it('[S16] leads recognised words back to the text as typed', () => {
    const typed = '门口 黑 屏，不離線';
    expect(
      form.recognise('fault', typed).map(({ start, end, status }) => [typed.slice(start, end), status]),
    ).toEqual([
      ['黑 屏', 'stated'],
      ['離線', 'denied'],
    ]);
  });

  it('[S17] stores 有用 where the flow reads it', () => {
    const values = { ...report, solvedBySelf: true };
    expect(form.settle(values, answered(values, calm)).value?.record).toMatchObject({ solvedBySelf: true });
  });

  it('[S20] accepts the 24 combinations of type, severity and place, and nothing else', () => {
    const rest = { ...report, faultTags: ['other'], place, earlier: { decision: 'remote' } };
    const answers = { ...calm, device: { status: 'deferred' } } as const;
    const complete = (values: JsonObject) =>
      codes(values, answered(values, answers, { stage: 'identify', edited: ['/faultTags'] }));
    for (const deviceType of ['ipc', 'access', 'nvr']) {
      for (const severity of ['P0', 'P1', 'P2', 'P3']) {
        for (const onSite of [true, false]) {
          const values = { ...rest, earlier: {}, brand: 'dahua', deviceType, severity, onSite };
          expect(complete(values)).toEqual([]);
        }
      }
    }
    const bad = {
      ...rest,
      earlier: {},
      brand: 'dahua',
      deviceType: 'drone',
      severity: 'P4',
      onSite: 'maybe',
    };
    expect(complete(bad)).toEqual([
      'form/not-offered /deviceType',
      'form/not-offered /severity',
      'form/wrong-type /onSite',
    ]);
  });

  it('refuses names no form has, among them those every object inherits', () => {
    const values = JSON.parse(
      '{"__proto__":{"x":1},"constructor":1,"status":"ended","earlier":{"open2":1}}',
    ) as JsonObject;
    const found = codes({ ...report, ...values }, answered(report, calm));
    expect(found).toContain('form/unknown-field /constructor');
    expect(found).toContain('form/unknown-field /status');
    expect(found).toContain('form/unknown-field /earlier/open2');
    const own = JSON.parse('{"phone":"13812345678","__proto__":{"x":1}}') as JsonObject;
    expect(codes(own, { stage: 'trigger' })).toContain('form/unknown-field /__proto__');
  });

  it('refuses a change a role may not make and lets an equal value pass', () => {
    const customer = { id: 'u-1', roles: ['customer'] };
    const context = answered(report, { ...calm }, { actor: customer, base: { severity: 'P2' } });
    expect(codes({ ...report, severity: 'P2' }, context)).toEqual([]);
    expect(codes({ ...report, severity: 'P0' }, context)).toEqual(['form/not-writable /severity']);
    expect(codes({ ...report, earlier: { decision: 'remote' } }, context)).toEqual([
      'form/not-writable /earlier/decision',
    ]);
  });

  it('refuses a stage the form does not serve', () => {
    expect(codes(report, { stage: 'archive' })).toEqual(['form/wrong-stage ']);
  });

  it('[B31] keeps what a field holds while it is hidden, and leaves it out of the answers', () => {
    const hidden = { ...report, earlier: { decision: 'remote', reason: '稍后再说' } };
    const context = answered(hidden, repeated);
    expect(form.evaluate(hidden, context).values['earlier']).toEqual({ decision: 'remote' });
    const shown = { ...hidden, earlier: { ...hidden.earlier, decision: 'report-anyway' } };
    expect(form.evaluate(shown, context).values['earlier']).toEqual({
      decision: 'report-anyway',
      reason: '稍后再说',
    });
    expect(codes(hidden, context)).toEqual(['form/no-longer-asked /earlier/reason']);
  });
});
