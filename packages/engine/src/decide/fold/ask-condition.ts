import type { Condition } from '../../compile/compile-condition.ts';
import { factsNow, type Turn } from '../turn.ts';

/** Whether a condition holds now; what it read goes to the journal. One that was not written holds. */
export function askCondition(turn: Turn, condition: Condition | undefined): boolean {
  if (condition === undefined) return true;
  const facts = factsNow(turn);
  const result = condition.holds(facts);
  turn.entries.push({
    kind: 'condition-asked',
    pointer: condition.pointer,
    result,
    reads: condition.valuesRead(facts),
  });
  return result;
}
