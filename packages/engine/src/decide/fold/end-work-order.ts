import type { Turn } from '../turn.ts';
import { askEffect } from './ask-effect.ts';
import { stopAllClocks } from './fold-clocks.ts';
import { closeTasks } from './fold-tasks.ts';
import { dropTimers } from './fold-timers.ts';
import { moment } from './moment.ts';

/** The end: tasks, timers and clocks close in the same decision. Side tasks stay, and calls under way are still heard. */
export function endWorkOrder(turn: Turn, step: string, outcome: 'done' | 'failed' | 'cancelled'): void {
  turn.status = 'ended';
  turn.outcome = outcome;
  moment(turn, 'end');
  closeTasks(turn, ({ kind }) => kind !== 'ask', 'ended');
  stopAllClocks(turn);
  dropTimers(turn, () => true);
  for (const [startedBy, { kind, stepId }] of Object.entries(turn.pending)) {
    if (kind === 'child' && stepId !== undefined) {
      askEffect(turn, (id) => ({ id, kind: 'cancelChild', stepId, startedBy }));
    }
  }
  turn.entries.push({ kind: 'ended', outcome, step });
}
