import type { JsonObject } from '../../issue/json.ts';
import type { Pair } from './pair.ts';

/** What an expression over both sides reads: `record`, `workOrder`, `assignee` and `at`. */
export function pairFacts({ workOrder, assignee }: Pair): JsonObject {
  const { id, roles, zone, paused, levels, certificates } = assignee.facts;
  return { ...workOrder.expressionFacts, assignee: { id, roles, zone, paused, levels, certificates } };
}
