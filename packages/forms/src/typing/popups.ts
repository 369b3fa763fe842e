import type { Evaluation } from '../evaluate/evaluation.ts';
import type { FillingState } from './filling-state.ts';

/**
 * Popups after a change: one opens when its condition turns true through something a person did, and stays folded to a
 * line when the form was already so when it was opened. One a person folded stays folded.
 */
export function popupsAfter(
  before: Evaluation,
  next: Evaluation,
  popups: FillingState['popups'],
  hasActed: boolean,
): FillingState['popups'] {
  const opening = Object.entries(next.sections).filter(
    ([id, { present, visible }]) =>
      present === 'dialog' && visible && !before.sections[id]?.visible && popups[id] === undefined,
  );
  if (opening.length === 0 || !hasActed) return popups;
  return { ...popups, ...Object.fromEntries(opening.map(([id]) => [id, 'open' as const])) };
}
