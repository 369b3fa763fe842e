import type { CompiledWorkflow } from '../compile/compiled-workflow.ts';
import type { Instant } from '../time/instant.ts';
import { decide } from './decide.ts';
import type { Decision } from './decision.ts';
import type { WorkOrderEvent } from './event.ts';
import type { Snapshot } from './snapshot.ts';
import { type StartInput, startWorkOrder } from './start-work-order.ts';

export interface Replayed {
  /** Absent when the start itself was refused. */
  readonly snapshot?: Snapshot;
  /** The start first, then one per event, refused ones too. */
  readonly decisions: readonly Decision[];
}

/** Decides the same start and events again: the same bytes as the first time, or the journal is not of this version. */
export function replay(
  compiled: CompiledWorkflow,
  start: { readonly input: StartInput; readonly at: Instant },
  events: readonly { readonly event: WorkOrderEvent; readonly at: Instant }[],
): Replayed {
  const first = startWorkOrder(compiled, start.input, start.at);
  if (first.kind === 'refused') return { decisions: [first] };
  const decisions: Decision[] = [first];
  let { snapshot } = first;
  for (const { event, at } of events) {
    const decision = decide(compiled, snapshot, event, at);
    decisions.push(decision);
    if (decision.kind === 'moved') snapshot = decision.snapshot;
  }
  return { snapshot, decisions };
}
