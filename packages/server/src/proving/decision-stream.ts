import type { Entry, Snapshot } from '@paidan/engine';
import type { CommitInput, LoadedWorkOrder } from '../store/commit-input.ts';

export interface DecisionStream {
  readonly name: string;
  /** Makes the next decision on the work order that waited longest, and returns when it is committed. */
  readonly next: () => Promise<void>;
  readonly acknowledged: () => number;
}

interface Options {
  readonly name: string;
  readonly workOrders: number;
  readonly submit: (input: CommitInput) => Promise<LoadedWorkOrder>;
}

const startedAt = Date.UTC(2026, 2, 2, 1);
const actor = { id: 'u-1024', name: '林晓梅', roles: ['agent'] };

/** Starts the work orders, then goes round them: each decision arms a timer and asks for one call. */
export async function decisionStream({ name, workOrders, submit }: Options): Promise<DecisionStream> {
  const standing: LoadedWorkOrder[] = [];
  for (let from = 0; from < workOrders; from += 100) {
    const ids = Array.from({ length: 100 }, (_, index) => `${name}-${from + index}`);
    standing.push(...(await Promise.all(ids.map((id) => submit(inputOf(undefined, startOf(id)))))));
  }
  let acknowledged = standing.length;
  return {
    name,
    acknowledged: () => acknowledged,
    next: async () => {
      const before = standing.shift();
      if (before === undefined) throw new Error('more decisions are in flight than there are work orders');
      standing.push(await submit(inputOf(before, nextOf(before.snapshot))));
      acknowledged += 1;
    },
  };
}

function inputOf(before: LoadedWorkOrder | undefined, snapshot: Snapshot): CommitInput {
  const [armed] = Object.values(snapshot.timers);
  return {
    workOrderId: snapshot.workOrderId,
    tenant: 'bench',
    commandId: `${snapshot.workOrderId}:${snapshot.seq}`,
    fingerprint: 'sha256-5f0c9d5c1f3e8a7b2d4e6f8091a2b3c4',
    event: { kind: 'submit', step: 'report', form: 'report', values: snapshot.record, actor },
    receivedAt: snapshot.at,
    at: snapshot.at,
    decision: { kind: 'moved', snapshot, effects: before === undefined ? [] : [callOf(snapshot)], entries },
    standing: {
      stage: 'trigger',
      steps: [String(snapshot.configuration)],
      ...(armed && { nextDueAt: armed.dueAt }),
    },
    answer: { seq: snapshot.seq, status: snapshot.status },
    ...(before && { before }),
  };
}

function callOf(snapshot: Snapshot) {
  return {
    kind: 'call',
    id: `${snapshot.workOrderId}/${snapshot.seq}/0`,
    name: 'post-resolution',
    operation: 'erp.resolution',
    request: { ticketNo: snapshot.number, resolvedAt: snapshot.at, engineerId: 'e-17' },
    orderKey: `${snapshot.workOrderId}/erp`,
  } as const;
}

function nextOf(before: Snapshot): Snapshot {
  const seq = before.seq + 1;
  const at = instant(seq);
  const configuration = seq % 2 === 0 ? 'visit' : 'dispatch';
  const timers = {
    patience: { token: seq, dueAt: instant(seq + 120), onResume: 'absolute', armedAt: at },
  } as const;
  return { ...before, seq, at, configuration, timers, record: { ...before.record, step: seq } };
}

function startOf(workOrderId: string): Snapshot {
  return {
    format: 1,
    workflow: {
      id: 'aftersales',
      hash: 'sha256-2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
    },
    workOrderId,
    number: `B-${workOrderId}`,
    seq: 1,
    createdAt: instant(0),
    at: instant(0),
    status: 'open',
    configuration: 'report',
    record,
    work: { report: { visit: 1, enteredAt: instant(0) }, dispatch: { visit: 1, enteredAt: instant(0) } },
    tasks: {},
    assignees: { engineer: { id: 'e-17', name: '陈国强', facts: { region: '南山', level: 3 } } },
    pending: {},
    effects: {},
    timers: {},
    clocks: {
      response: {
        state: 'running',
        startedAt: instant(0),
        dueAt: instant(240),
        pauses: [],
        fired: [],
        run: 1,
        token: 1,
      },
    },
    heard: {},
    openIncidents: {},
  };
}

function instant(minute: number): string {
  return new Date(startedAt + minute * 60_000).toISOString();
}

const record = {
  phone: '+8613800138000',
  customer: { name: '深圳市南山区阳光花园物业', vip: false, since: '2021-04-01' },
  device: {
    sn: 'PD-8842-0019',
    brand: 'pengdun',
    model: 'IPC-4K-12',
    type: 'camera',
    warrantyEndsOn: '2027-05-31',
  },
  place: { address: '深圳市南山区科技园南区高新南七道 18 号', longitude: 113.9536, latitude: 22.5364 },
  faultText: '大门口摄像头黑屏，红外灯不亮，重启后仍然没有画面，夜间无法录像。',
  severity: 'P1',
  feeAnswer: 'yes',
};

const entries: readonly Entry[] = [
  { kind: 'answers-given', step: 'report', form: 'report', tags: ['black-screen'] },
  { kind: 'field-changed', pointer: '/severity', before: 'P2', after: 'P1', by: 'answer' },
  { kind: 'step-left', step: 'report', visit: 1, pointer: '/flow/steps/report' },
  { kind: 'transition-taken', step: 'report', transition: 'submit', pointer: '/flow/steps/report/on/submit' },
  { kind: 'step-entered', step: 'dispatch', visit: 1, pointer: '/flow/steps/dispatch' },
  {
    kind: 'effect-asked',
    effect: 'post-resolution',
    name: 'post-resolution',
    pointer: '/effects/post-resolution',
  },
];
