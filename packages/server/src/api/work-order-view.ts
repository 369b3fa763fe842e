import { activeSteps, type Snapshot, type Workflow } from '@paidan/engine';
import { visibleRecord } from '../gate/visible-record.ts';
import type { Person, StoredWorkOrder } from '../host/host.ts';
import { titlesOf } from '../journal/timeline/titles.ts';
import type { JournalRow } from '../store/journal-rows.ts';
import type { AnswerOf } from './call.ts';
import { taskView } from './task-view.ts';
import { clocksOf, rowOf } from './work-order-row.ts';

export type View = AnswerOf<'workOrder'>;

export interface ViewFacts {
  readonly order: StoredWorkOrder;
  readonly person: Person;
  readonly now: string;
  readonly journal: readonly JournalRow[];
  readonly linked: View['linked'];
}

/** One work order as this person may see it. */
export function workOrderView({ order, person, now, journal, linked }: ViewFacts): View {
  const { snapshot, version } = order;
  const { workflow } = version.compiled;
  const { roles } = person;
  const { hidden, masked } = visibleRecord(workflow, roles, snapshot.record);
  return {
    ...rowOf(snapshot, { version, roles, now }),
    versionHash: version.hash,
    hidden,
    masked,
    stages: stagesOf(journal, workflow, snapshot),
    tasks: Object.values(snapshot.tasks).map((task) => taskView(task, snapshot, { version, person })),
    clocks: clocksOf(snapshot, version),
    chips: chipsOf(snapshot, workflow),
    offers: offersOf(snapshot),
    ...(snapshot.appointment === undefined ? {} : { appointment: snapshot.appointment }),
    proofs: proofsOf(snapshot, workflow),
    linked,
  };
}

const stages = ['trigger', 'identify', 'dispatch', 'execute', 'feedback', 'archive'] as const;

/** The six stages with the latest time each was entered and left. */
export function stagesOf(
  journal: readonly JournalRow[],
  workflow: Workflow,
  { configuration, status }: Snapshot,
): View['stages'] {
  const entered = new Map<string, string>();
  const left = new Map<string, string>();
  for (const { entries, at } of journal)
    for (const entry of entries) {
      if (entry.kind === 'stage-entered') entered.set(entry.stage, at);
      if (entry.kind === 'stage-left') left.set(entry.stage, at);
    }
  const current = workflow.flow.steps[activeSteps(configuration)[0] ?? '']?.stage;
  return stages.map((stage) => {
    const enteredAt = entered.get(stage);
    const leftAt = left.get(stage);
    return {
      stage,
      ...(enteredAt === undefined ? {} : { enteredAt }),
      ...(leftAt === undefined || stage === current ? {} : { leftAt }),
      current: status !== 'ended' && stage === current,
    };
  });
}

function chipsOf(snapshot: Snapshot, workflow: Workflow): View['chips'] {
  const titles = titlesOf(workflow);
  const chipped = Object.entries(workflow.flow.effects ?? {}).flatMap(([name, effect]) =>
    effect.kind === 'call' && effect.chip !== undefined ? [name] : [],
  );
  return chipped.map((name) => {
    const effect = snapshot.effects[name];
    const title = titles.effect(name);
    if (effect === undefined) return { id: name, title, state: 'idle' };
    return { id: name, title, state: effect.state, since: effect.since };
  });
}

function offersOf({ work }: Snapshot): View['offers'] {
  return Object.entries(work).flatMap(([stepId, { route }]) =>
    Object.entries(route?.offers ?? {}).map(([id, offer]) => ({
      id,
      stepId,
      token: route?.token ?? 0,
      assignee: { id: offer.assignee.id, name: offer.assignee.name },
      state: offer.state,
      leaseUntil: offer.leaseUntil,
      ...(offer.deliveredAt === undefined ? {} : { deliveredAt: offer.deliveredAt }),
      ...(offer.seenAt === undefined ? {} : { seenAt: offer.seenAt }),
      ...(offer.score === undefined ? {} : { score: offer.score }),
    })),
  );
}

function proofsOf(snapshot: Snapshot, workflow: Workflow): View['proofs'] {
  return Object.entries(workflow.flow.steps).flatMap(([step, definition]) => {
    if (definition.kind !== 'gate') return [];
    const tasks = Object.values(snapshot.tasks).filter(({ stepId }) => stepId === step);
    const given = snapshot.work[step]?.proofs ?? {};
    if (tasks.length === 0 && Object.keys(given).length === 0) return [];
    return Object.entries(definition.proofs).map(([proof, { form, otherwise = {} }]) => ({
      step,
      proof,
      form,
      given: given[proof] !== undefined,
      ...(given[proof]?.alternative === undefined ? {} : { alternative: given[proof].alternative }),
      alternatives: Object.entries(otherwise).map(([id, way]) => ({
        id,
        form: way.form,
        open: tasks.some((task) => task.proof === proof),
      })),
    }));
  });
}
