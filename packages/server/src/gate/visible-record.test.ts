import { readFileSync } from 'node:fs';
import { parseWorkflow, type Workflow } from '@paidan/engine';
import { describe, expect, it, test } from 'vitest';
import { maskText } from './mask-text.ts';
import { visibleRecord, visibleValue } from './visible-record.ts';

const twoStep = JSON.parse(
  readFileSync(new URL('../../../../examples/two-step/two-step.workflow.json', import.meta.url), 'utf8'),
);

function workflowWith(roles: object): Workflow {
  const record = {
    type: 'object',
    properties: {
      phone: { type: 'string', 'x-pii': 'phone' },
      customerName: { type: 'string', 'x-pii': 'name' },
      notes: { type: 'string' },
      device: {
        type: 'object',
        properties: {
          model: { type: 'string' },
          buyer: { type: 'string', 'x-pii': 'name' },
          costCents: { type: 'integer' },
        },
      },
    },
  };
  const flow = {
    ...twoStep.flow,
    events: { repaired: { title: '修好了', by: Object.keys(roles).slice(0, 1) } },
  };
  const steps = {
    ...flow.steps,
    repair: { ...flow.steps.repair, transitions: { repaired: { to: 'closed' } } },
  };
  const { value, issues } = parseWorkflow({ ...twoStep, record, roles, flow: { ...flow, steps } });
  if (value === undefined) throw new Error(JSON.stringify(issues));
  return value;
}

const record = {
  phone: '+8613812345678',
  customerName: '王建国',
  notes: '黑屏',
  device: { model: 'PD-7', buyer: '李梅', costCents: 4200 },
  smuggled: 'x',
};
const role = (rights: object) => ({ title: '角色', writes: [], ...rights });
const workflow = workflowWith({
  agent: role({ reads: 'all' }),
  engineer: role({ reads: 'all', masks: ['/phone', '/device/buyer'] }),
  finance: role({ reads: ['/device/costCents', '/notes'] }),
  clerk: role({ reads: ['/phone', '/customerName'], masks: ['/phone', '/customerName'] }),
});

describe('[B36] what a role may not read never leaves', () => {
  it('shows everything to who reads everything', () => {
    expect(visibleRecord(workflow, ['agent'], record)).toEqual({ record, hidden: [], masked: [] });
  });

  it('shortens masked values, also inside an object that is read as a whole', () => {
    const seen = visibleRecord(workflow, ['engineer'], record);
    expect(seen.record).toMatchObject({ phone: '138****5678', device: { model: 'PD-7', buyer: '李**' } });
    expect(seen).toMatchObject({ hidden: [], masked: ['/phone', '/device/buyer'] });
  });

  it('keeps to the pointers that are read and names the others, whatever they hold', () => {
    const seen = visibleRecord(workflow, ['finance'], record);
    expect(seen.record).toEqual({ notes: '黑屏', device: { costCents: 4200 } });
    expect(seen.hidden).toEqual(['/phone', '/customerName', '/device/model', '/device/buyer']);
    expect(visibleRecord(workflow, ['finance'], {}).hidden).toEqual(seen.hidden);
  });

  it('lets several roles see what any of them sees', () => {
    expect(visibleRecord(workflow, ['finance', 'clerk'], record).record).toEqual({
      phone: '138****5678',
      customerName: '王**',
      notes: '黑屏',
      device: { costCents: 4200 },
    });
    expect(visibleRecord(workflow, ['clerk', 'agent'], record).masked).toEqual([]);
  });

  it('shows nothing without a role of this version', () => {
    const seen = visibleRecord(workflow, ['toString', 'someone'], record);
    expect(seen.record).toEqual({});
    expect(seen.hidden).toEqual(['/phone', '/customerName', '/notes', '/device']);
  });

  it('cuts one value of a journal entry the same way', () => {
    const at = (pointer: string, value: string) => visibleValue(workflow, ['engineer'], { pointer, value });
    expect(at('/phone', '13812345678')).toEqual({ value: '138****5678' });
    expect(at('/notes', '黑屏')).toEqual({ value: '黑屏' });
    expect(visibleValue(workflow, ['finance'], { pointer: '/phone', value: '1' })).toBeUndefined();
    expect(visibleValue(workflow, ['finance'], { pointer: '/device', value: record.device })).toEqual({
      value: { costCents: 4200 },
    });
  });

  it('takes a pointer whose name only begins the same for another one', () => {
    const near = workflowWith({ near: role({ reads: ['/note'] }) });
    expect(visibleRecord(near, ['near'], record).record).toEqual({});
  });
});

test.each([
  ['+8613812345678', 'phone', '138****5678'],
  ['138 1234 5678', 'phone', '138****5678'],
  ['+44 20 7946 0958', 'phone', '207****0958'],
  ['12345678', 'phone', '1****78'],
  ['王建国', 'name', '王**'],
  ['广东省深圳市南山区', 'address', '广**'],
  ['不是电话', 'phone', '不**'],
  ['', 'name', '**'],
  [7, 'phone', undefined],
  [{ strokes: [] }, 'signature', undefined],
])('shortens %j of kind %s to %j', (value, kind, short) => {
  expect(maskText(value, kind)).toBe(short);
});
