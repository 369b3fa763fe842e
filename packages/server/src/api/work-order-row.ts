import { activeSteps, type ClockState, type Snapshot } from '@paidan/engine';
import { visibleRecord } from '../gate/visible-record.ts';
import type { Version } from '../host/host.ts';
import { titlesOf } from '../journal/timeline/titles.ts';
import type { AnswerOf } from './call.ts';

export type Row = AnswerOf<'workOrders'>['items'][number];
type Clock = AnswerOf<'workOrder'>['clocks'][number];

export interface Looking {
  readonly version: Version;
  readonly roles: readonly string[];
  readonly now: string;
}

/** A work order as one line of a list, for somebody with these roles. */
export function rowOf(snapshot: Snapshot, { version, roles, now }: Looking): Row {
  const { workflow } = version.compiled;
  const titles = titlesOf(workflow);
  const steps = activeSteps(snapshot.configuration);
  const clocks = clocksOf(snapshot, version);
  const next = nextClock(clocks);
  return {
    id: snapshot.workOrderId,
    number: snapshot.number,
    workflow: snapshot.workflow.id,
    seq: snapshot.seq,
    status: snapshot.status,
    ...(snapshot.outcome === undefined ? {} : { outcome: snapshot.outcome }),
    stage: workflow.flow.steps[steps[0] ?? '']?.stage ?? 'trigger',
    steps: steps.map((id) => ({ id, title: titles.step(id) })),
    assignees: assigneesOf(snapshot),
    createdAt: snapshot.createdAt,
    updatedAt: snapshot.at,
    ...(next === undefined ? {} : { clock: next }),
    overdue: snapshot.status !== 'ended' && clocks.some((clock) => isLate(clock, now)),
    urges: snapshot.heard['urge']?.length ?? 0,
    record: visibleRecord(workflow, roles, snapshot.record).record,
  };
}

/** Every clock of a work order in the order of the document. */
export function clocksOf({ clocks }: Snapshot, { compiled }: Version): readonly Clock[] {
  const titles = titlesOf(compiled.workflow);
  return Object.entries(clocks).map(([id, clock]) => clockOf(id, clock, titles.clock(id)));
}

function clockOf(id: string, clock: ClockState, title: Clock['title']): Clock {
  const { state, startedAt, stoppedAt, dueAt, pauses } = clock;
  return {
    id,
    title,
    state,
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(stoppedAt === undefined ? {} : { stoppedAt }),
    ...(dueAt === undefined ? {} : { dueAt }),
    pauses: pauses.map((pause) => ({ ...pause })),
  };
}

function assigneesOf({ assignees }: Snapshot): Row['assignees'] {
  return Object.fromEntries(Object.entries(assignees).map(([role, { id, name }]) => [role, { id, name }]));
}

const ticking: readonly string[] = ['running', 'warned', 'breached'];

function nextClock(clocks: readonly Clock[]): Clock | undefined {
  return clocks
    .filter(({ state, dueAt }) => ticking.includes(state) && dueAt !== undefined)
    .sort((one, other) => ((one.dueAt ?? '') < (other.dueAt ?? '') ? -1 : 1))[0];
}

function isLate({ state, dueAt }: Clock, now: string): boolean {
  return state === 'breached' || (ticking.includes(state) && dueAt !== undefined && dueAt < now);
}
