import {
  type CompiledWorkflow,
  compileWorkflow,
  decide,
  type FormsKernel,
  type MovedDecision,
  parseWorkflow,
  type Snapshot,
  startWorkOrder,
  type WorkOrderEvent,
} from '@paidan/engine';
import type { JsonObject } from '@paidan/engine/issue';
import { bothMachines, type StepMachine } from '@paidan/engine/proving';
import { type BenchRun, benchLine, compare, repeat } from './harness.ts';

const at = '2026-01-09T02:00:00.000Z';
const agent = { id: 'chen', name: '陈晨', roles: ['agent'] };
const noForms: FormsKernel = { compile: () => ({ issues: [] }) };

// A visit in rounds: an event with a condition and a `set`, an automatic step, a timer, two clocks, a notice.
const document = {
  format: 1,
  id: 'rounds',
  title: 'Rounds',
  locales: ['zh-CN', 'en'],
  timeZone: 'Asia/Shanghai',
  record: {
    type: 'object',
    properties: { sn: { type: 'string' }, severity: { type: 'string' }, rounds: { type: 'integer' } },
  },
  roles: { agent: { title: 'Agent', reads: 'all', writes: [] } },
  flow: {
    start: 'open',
    events: { go: { title: 'Go', by: ['agent'] }, stop: { title: 'Stop', by: ['agent'] } },
    anywhere: { stop: { to: 'over' } },
    effects: {
      tell: { kind: 'notify', to: { role: 'agent' }, by: ['desk'], text: '{workOrder.number} {record.sn}' },
    },
    steps: {
      open: {
        kind: 'wait',
        stage: 'identify',
        timers: { slow: { after: { hours: 4 } } },
        transitions: {
          urgent: { on: 'event.go', when: { '==': [{ var: 'record.severity' }, 'P0'] }, to: 'weigh' },
          normal: { on: 'event.go', set: { '/rounds': { '+': [{ var: 'record.rounds' }, 1] } }, to: 'weigh' },
          slow: { to: 'over' },
        },
      },
      weigh: {
        kind: 'decide',
        stage: 'dispatch',
        transitions: {
          many: { when: { '<': [{ var: 'record.rounds' }, 0] }, to: 'over' },
          otherwise: { to: 'work' },
        },
      },
      work: { kind: 'wait', stage: 'execute', transitions: { go: { to: 'check' } } },
      check: { kind: 'wait', stage: 'execute', transitions: { go: { to: 'aside' } } },
      aside: { kind: 'wait', stage: 'execute', transitions: { go: { to: 'open' } } },
      over: { kind: 'end', stage: 'archive', outcome: 'done' },
    },
  },
  clocks: {
    resolve: {
      title: 'Resolve',
      starts: ['start'],
      stops: ['end'],
      pauses: { customer: { while: ['aside'] } },
      budgets: { all: { budget: { businessHours: 8 }, calendar: 'workdays' } },
      rungs: { warn: { atPercent: 75, effects: ['tell'] }, breach: { atPercent: 100, effects: ['tell'] } },
    },
    respond: {
      title: 'Respond',
      starts: ['start'],
      stops: ['end'],
      budgets: { all: { budget: { hours: 2 } } },
    },
  },
  calendars: {
    workdays: {
      timeZone: 'Asia/Shanghai',
      week: {
        mon: ['09:00-18:00'],
        tue: ['09:00-18:00'],
        wed: ['09:00-18:00'],
        thu: ['09:00-18:00'],
        fri: ['09:00-18:00'],
      },
    },
  },
};

// About what a customer's report holds.
const reported = {
  sn: 'NVR20250001',
  severity: 'P1',
  rounds: 0,
  phone: '+8613800000000',
  customerName: '王女士',
  description:
    '客厅的录像机昨晚开始黑屏，重启两次以后仍然没有画面，指示灯红色常亮，手机上也看不到任何一路摄像头。',
  deviceType: 'nvr',
  brand: 'hikvision',
  onSite: true,
  place: { text: '广东省深圳市南山区科技园南区高新南一道 9 号', latitude: 22.5405, longitude: 113.9545 },
  device: {
    model: 'DS-7808N',
    warranty: 'in',
    purchasedOn: '2025-03-02',
    firmware: 'V4.30.085',
    batch: '2501',
  },
  faultTags: ['black-screen', 'offline', 'red-light'],
  photos: ['a', 'b'].map((id) => ({ id, sha256: id.repeat(64), takenAt: '2026-01-09T01:58:00.000Z' })),
  duplicates: [0],
};

/** H1 and H2 of the design's bars: the machine step, and a whole decision with text at both ends, against XState's own. */
export const run: BenchRun = async function* (wanted) {
  const compiled = compiledOf(document);
  const first = startWorkOrder(
    compiled,
    { workOrderId: 'w', number: 'WO-1', actor: agent, record: reported },
    at,
  );
  if (first.kind === 'refused') throw new Error(JSON.stringify(first.issues));
  const { record } = first.snapshot;
  const { ours, theirs } = bothMachines(compiled);
  const step = (machine: StepMachine) => () => machine('open', record, 'event.go');
  if (step(ours)().position !== step(theirs)().position) throw new Error('The two machines differ');
  if (wanted('machine-step')) {
    yield benchLine('machine-step', await compare({ ours: repeat(step(ours)), rival: repeat(step(theirs)) }));
  }
  if (wanted('decide')) {
    const rival = repeat(rivalDecisions(theirs, record));
    yield benchLine('decide', await compare({ ours: repeat(ourDecisions(compiled, first.snapshot)), rival }));
  }
};

/** Four snapshots a decision apart, decided in turn, so that the work stays the same however long the bench runs. */
function ourDecisions(compiled: CompiledWorkflow, first: Snapshot): () => string {
  const event: WorkOrderEvent = { kind: 'send', event: 'go', actor: agent };
  const texts: string[] = [];
  for (let snapshot = first; texts.length < 4; snapshot = decided(compiled, snapshot, event).snapshot) {
    texts.push(JSON.stringify(snapshot));
  }
  let turn = 0;
  return () => {
    turn += 1;
    const snapshot: Snapshot = JSON.parse(texts[turn % 4] ?? '');
    const { snapshot: next, entries, effects } = decided(compiled, snapshot, event);
    return JSON.stringify(next) + JSON.stringify(entries) + JSON.stringify(effects);
  };
}

function decided(compiled: CompiledWorkflow, snapshot: Snapshot, event: WorkOrderEvent): MovedDecision {
  const decision = decide(compiled, snapshot, event, at);
  if (decision.kind === 'refused') throw new Error(JSON.stringify(decision.issues));
  return decision;
}

function rivalDecisions(step: StepMachine, record: JsonObject): () => string {
  const texts = ['open', 'work', 'check', 'aside'].map((value) =>
    JSON.stringify({ value, context: { record } }),
  );
  let turn = 0;
  return () => {
    turn += 1;
    const { value, context } = JSON.parse(texts[turn % 4] ?? '');
    const next = step(value, context.record, 'event.go');
    return JSON.stringify({ value: next.position, context: { record: next.record } });
  };
}

function compiledOf(json: unknown): CompiledWorkflow {
  const { value, issues } = parseWorkflow(json);
  const compiled = value === undefined ? { issues } : compileWorkflow(value, { forms: noForms });
  if (!('value' in compiled) || compiled.value === undefined)
    throw new Error(JSON.stringify(compiled.issues));
  return compiled.value;
}
