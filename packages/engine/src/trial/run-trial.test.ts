import { describe, expect, test } from 'vitest';
import type { Workflow } from '../author/definition/workflow.ts';
import { plainForms } from '../decide/proving/plain-forms.ts';
import { smallWorkflow } from '../decide/proving/small-flow.ts';
import { oneAttempt } from './delivery-table.ts';
import { runTrial } from './run-trial.ts';
import type { Scenario, StandInAnswer } from './scenario.ts';
import type { Story } from './story.ts';
import { tellStory } from './tell-story.ts';

const operation = {
  does: 'write',
  method: 'POST',
  path: '/fees',
  delivery: { mode: 'key', header: 'Idempotency-Key' },
  output: { type: 'object', required: ['no'], properties: { no: { type: 'string' } } },
} as const;

const calling: Workflow = smallWorkflow(
  {
    steps: {
      report: {
        kind: 'form',
        stage: 'trigger',
        title: { 'zh-CN': '报修', en: 'Report' },
        by: { roles: ['agent'] },
        form: 'report',
        transitions: { submitted: { to: 'fee' } },
      },
      fee: {
        kind: 'call',
        stage: 'execute',
        operation: 'erp.fee',
        mapping: { '/sn': { var: 'record.sn' } },
        transitions: {
          succeeded: { to: 'done' },
          otherwise: { on: ['refused', 'failed', 'unknown'], to: 'by-hand' },
        },
      },
      'by-hand': {
        kind: 'form',
        stage: 'execute',
        by: { roles: ['agent'] },
        form: 'blank',
        timers: { day: { after: { days: 1 }, calendar: 'open' } },
        transitions: { submitted: { to: 'done' }, day: { to: 'done' } },
      },
      done: { kind: 'end', stage: 'archive', outcome: 'done' },
    },
  },
  {
    calendars: { open: { timeZone: 'Asia/Shanghai', always: true } },
    connections: {
      erp: {
        kind: 'http',
        succeeds: { '==': [{ var: 'status' }, 200] },
        outputFrom: 'body',
        operations: { fee: operation },
      },
    },
  },
);

function told(answer: StandInAnswer | undefined, more: Partial<Scenario> = {}): Story {
  const scenario: Scenario = {
    workflow: 'small',
    startAt: '2026-03-02T09:00:00+08:00',
    people: { chen: { name: '陈晨', roles: ['agent'] } },
    ...(answer === undefined ? {} : { outside: { 'erp.fee': { order: ['a'], answers: { a: answer } } } }),
    order: ['report'],
    acts: { report: { by: 'chen', submit: 'report', values: { sn: 'NVR1' } } },
    expects: {},
    ...more,
  };
  const { value } = runTrial(calling, scenario, { forms: plainForms, delivery: oneAttempt });
  if (value === undefined) throw new Error('must compile');
  return value;
}

const standsAt = ({ workOrders }: Story) => workOrders[0]?.configuration;

describe('runTrial', () => {
  test.each([
    [{ output: { no: 'F1' } }, 'done'],
    [{ status: 200, body: { no: 'F1' } }, 'done'],
    [{ status: 200, body: { number: 1 } }, 'by-hand'],
    [{ refused: 'no' }, 'by-hand'],
    [{ timeout: true }, 'by-hand'],
    [{ drops: true }, 'by-hand'],
    [{ notSent: true }, 'by-hand'],
    [undefined, 'done'],
  ] as const)('[B27] lets a stand-in answer %j, and the flow stands at %s', (answer, step) => {
    expect(standsAt(told(answer))).toBe(step);
  });

  test('counts what the other side really did, also when its answer was lost', () => {
    const expects = { one: { calls: 'erp.fee', effective: 1 } } as const;
    expect(told({ drops: true }, { expects }).issues).toEqual([]);
    expect(told({ output: { no: 'F1' }, twice: true }, { expects }).issues).toEqual([]);
    expect(told({ timeout: true }, { expects }).issues.map(({ code }) => code)).toEqual([
      'trial/not-as-expected',
    ]);
  });

  test('jumps to the instant a slow answer comes, and to timers nobody waits for', () => {
    const slow = told(
      { output: { no: 'F1' }, slowMs: 90_000 },
      { expects: { end: { outcome: 'done', after: { minutes: 2 } } } },
    );
    expect(slow.issues).toEqual([]);
    expect(slow.frames.at(-1)?.at).toBe('2026-03-02T01:01:30.000Z');
    const late = told({ refused: 'no' }, { expects: { end: { outcome: 'done', after: { days: 1 } } } });
    expect(late.issues).toEqual([]);
    expect(late.frames.at(-1)?.event.kind).toBe('timerDue');
  });

  test('says which act was refused and which expectation failed, with what was found', () => {
    const acts = {
      report: { by: 'chen', submit: 'report', values: { sn: 'NVR1' } },
      again: { by: 'chen', submit: 'report', values: {} },
      nobody: { by: 'wu', comment: 'x' },
    } as const;
    const story = told(undefined, {
      order: ['report', 'again', 'nobody'],
      acts,
      expects: { step: { stands: 'fee' } },
    });
    expect(story.issues.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['trial/act-refused', '/acts/again'],
      ['trial/unknown-act', '/acts/nobody'],
      ['trial/not-as-expected', '/expects/step'],
    ]);
    const meant = { twice: { refused: 'again', code: 'event/after-end' } } as const;
    expect(told(undefined, { order: ['report', 'again'], acts, expects: meant }).issues).toEqual([]);
  });

  test('says what went unchecked without a world', () => {
    const scenario: Scenario = {
      workflow: 'small',
      startAt: '2026-03-02T09:00:00+08:00',
      people: {},
      order: [],
      acts: {},
      expects: {},
    };
    const { value } = runTrial(calling, scenario);
    expect(value?.issues.map(({ code }) => code)).toEqual(['trial/answers-unchecked', 'trial/one-attempt']);
  });

  test('counts steps and transitions, the untried ones at nought', () => {
    const { coverage } = told({ output: { no: 'F1' } });
    expect(coverage.steps).toMatchObject({ '/flow/steps/fee': 1, '/flow/steps/by-hand': 0 });
    expect(coverage.transitions).toMatchObject({ '/flow/steps/fee/transitions/succeeded': 1 });
  });

  test('tells a line per decision in the workflow’s own time and words', () => {
    const text = tellStory(told({ refused: 'no' }), [calling], 'zh-CN');
    expect(text).toContain('09:00:00  WO-1  陈晨报修，工单建立');
    expect(text).toContain('→ by-hand');
    expect(tellStory(told({ refused: 'no' }), [calling], 'en')).toContain('陈晨 reports');
  });
});
