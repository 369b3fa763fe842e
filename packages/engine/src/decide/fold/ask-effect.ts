import type { Effect } from '../../effects/effect.ts';
import type { Turn } from '../turn.ts';

/** Asks the host for something; returns the effect's id, `<workOrderId>/<seq>/<index>`. */
export function askEffect(turn: Turn, effectOf: (id: string) => Effect): string {
  const id = `${turn.workOrderId}/${turn.seq}/${turn.effectsAsked.length}`;
  turn.effectsAsked.push(effectOf(id));
  return id;
}
