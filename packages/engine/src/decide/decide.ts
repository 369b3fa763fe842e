import { type CompiledWorkflow, type Workings, workingsOf } from '../compile/compiled-workflow.ts';
import { issue } from '../issue/issue.ts';
import { WorkflowFault } from '../issue/workflow-fault.ts';
import type { Instant } from '../time/instant.ts';
import { admit } from './admit.ts';
import type { Decision } from './decision.ts';
import type { WorkOrderEvent } from './event.ts';
import { finish } from './finish.ts';
import { advance } from './fold/advance.ts';
import { hear } from './hear/hear.ts';
import { notAvailable } from './refuse.ts';
import type { Snapshot } from './snapshot.ts';
import { openTurn } from './turn.ts';

/**
 * The whole answer to one event: the next snapshot, effects for the host to carry out in order, and entries for the
 * journal; or `refused`, with the issues, and nothing changed. Pure: the same arguments give the same bytes.
 *
 * An event never makes it throw. A snapshot of another version, or one whose configuration this workflow does not
 * have, is misuse: `WorkflowFault`. `at` before the snapshot's own instant counts as that instant.
 */
export function decide(
  compiled: CompiledWorkflow,
  snapshot: Snapshot,
  event: WorkOrderEvent,
  at: Instant,
): Decision {
  const workings = workingsOf(compiled);
  requireSameVersion(workings, snapshot);
  const unadmitted = admit(snapshot, event);
  if (unadmitted.length > 0) return { kind: 'refused', issues: unadmitted };
  const turn = openTurn(workings, snapshot, event.actor, at);
  const refused = hear(turn, event);
  if (refused.length > 0) return { kind: 'refused', issues: refused };
  if (!advance(turn)) return { kind: 'refused', issues: [issue('event/endless', '', { step: turn.stage })] };
  const isNamed = event.kind === 'send' || event.kind === 'heard';
  if (isNamed && turn.consequences === 0) return { kind: 'refused', issues: notAvailable(event.event) };
  return finish(turn);
}

export function requireSameVersion({ handle }: Workings, { workflow }: Snapshot): void {
  if (workflow.hash === handle.hash) return;
  throw new WorkflowFault(
    'snapshot/other-version',
    `The snapshot stands on version ${workflow.hash} of "${workflow.id}", not on ${handle.hash}; load that version`,
    'give-up',
  );
}
