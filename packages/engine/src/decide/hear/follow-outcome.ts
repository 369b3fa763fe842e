import type { CompiledEffect } from '../../compile/compile-effect.ts';
import { askCondition } from '../fold/ask-condition.ts';
import { openIncident } from '../fold/fold-incidents.ts';
import { runEffects } from '../fold/run-effects.ts';
import { writeSet } from '../fold/write-record.ts';
import type { Turn } from '../turn.ts';

/** What the document says follows an effect's outcome; `otherwise` where it does not name that one. */
export function followOutcome(
  turn: Turn,
  effect: CompiledEffect,
  outcome: string,
  cause: { readonly effect: string; readonly code?: string },
): void {
  const consequence = effect.then.get(outcome) ?? effect.then.get('otherwise');
  if (consequence === undefined || !askCondition(turn, consequence.when)) return;
  writeSet(turn, consequence.set);
  if (consequence.incident !== undefined) openIncident(turn, consequence.incident, cause);
  const { definition } = effect;
  const title = definition.kind === 'call' ? definition.chip : undefined;
  runEffects(turn, consequence.effects, { ...cause, ...(title === undefined ? {} : { title }) });
}
