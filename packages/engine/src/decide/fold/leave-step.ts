import type { CompiledStep } from '../../compile/compile-step.ts';
import type { Turn } from '../turn.ts';
import { askEffect } from './ask-effect.ts';
import { titleOf } from './enter-step.ts';
import { withdrawOffers } from './fold-route.ts';
import { closeTasks } from './fold-tasks.ts';
import { dropTimers } from './fold-timers.ts';
import { withEntry, withoutEntries } from './map-entries.ts';
import { moment } from './moment.ts';
import { runEffects } from './run-effects.ts';

/** A step is being left: its tasks and timers go with it. */
export function leaveStep(turn: Turn, step: CompiledStep): void {
  const { id, pointer, definition } = step;
  closeTasks(
    turn,
    ({ stepId, kind }) => stepId === id && kind !== 'ask',
    turn.answered === id ? 'done' : 'left',
  );
  if (turn.answered === id) turn.answered = undefined;
  dropTimers(turn, (timer) => timer.startsWith(`${id}/`));
  if (definition.kind === 'assign') withdrawOffers(turn, id, 'left');
  if (definition.kind === 'child') leaveChild(turn, id, definition.onCancel ?? 'cancel');
  const work = turn.work[id];
  if (work !== undefined) {
    const { draft: _, ...kept } = work;
    turn.work = withEntry(turn.work, id, { ...kept, leftAt: turn.at });
  }
  turn.entries.push({ kind: 'step-left', step: id, visit: work?.visit ?? 1, pointer });
  moment(turn, `leave.${id}`);
  runEffects(turn, step.onLeave, titleOf(step, turn));
}

/** A child still under way is cancelled with the step that waited for it, unless the step says to leave it running. */
function leaveChild(turn: Turn, step: string, onCancel: 'cancel' | 'leave'): void {
  const startedBy = turn.work[step]?.childId;
  if (startedBy === undefined || turn.pending[startedBy] === undefined) return;
  turn.pending = withoutEntries(turn.pending, (id) => id === startedBy);
  if (onCancel === 'cancel') {
    askEffect(turn, (id) => ({ id, kind: 'cancelChild', stepId: step, startedBy }));
  }
}
