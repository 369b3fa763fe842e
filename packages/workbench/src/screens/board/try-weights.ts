import { isJsonObject, type JsonObject } from '@paidan/engine/issue';
import {
  type AssigneeFacts,
  type CompiledPolicy,
  compilePolicy,
  type Policy,
  type Ranking,
  rankCandidates,
  type WorkOrderFacts,
} from '@paidan/engine/routing';
import type { RankingView } from '@paidan/server/contract';

export type Weights = { readonly [criterion: string]: number };

export interface Ranked {
  readonly policy: CompiledPolicy;
  readonly ranking: Ranking;
}

/** The weights a policy stands on. */
export function weightsOf(policy: JsonObject): Weights {
  return Object.fromEntries(
    Object.entries(criteriaOf(policy)).map(([id, criterion]) => [id, Number(criterion['weight'] ?? 0)]),
  );
}

/**
 * Moves one weight and lets the others share what is left in their old proportion, so that a hundred stays a hundred:
 * whole points, the largest remainders first.
 */
export function moveWeight(weights: Weights, moved: string, to: number): Weights {
  const others = Object.entries(weights).filter(([id]) => id !== moved);
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  const target = Math.min(Math.max(Math.round(to), 0), total);
  if (others.length === 0) return weights;
  const before = others.reduce((sum, [, weight]) => sum + weight, 0);
  const exact = others.map(([id, weight]): readonly [string, number] => [
    id,
    before === 0 ? (total - target) / others.length : ((total - target) * weight) / before,
  ]);
  const whole = exact.map(([id, share]) => ({
    id,
    weight: Math.floor(share),
    rest: share - Math.floor(share),
  }));
  const missing = total - target - whole.reduce((sum, { weight }) => sum + weight, 0);
  const favoured = [...whole].sort((one, other) => other.rest - one.rest).slice(0, missing);
  const shared = Object.fromEntries(
    whole.map((one) => [one.id, one.weight + (favoured.includes(one) ? 1 : 0)]),
  );
  return Object.fromEntries(
    Object.keys(weights).map((id) => [id, id === moved ? target : (shared[id] ?? 0)]),
  );
}

/** The same facts ranked with other weights, by the engine itself; `undefined` while the policy does not compile. */
export function rankAgain(view: RankingView, weights: Weights): Ranked | undefined {
  const policy = compilePolicy(withWeights(view.policy, weights)).value;
  if (policy === undefined) return undefined;
  // Facts as the server's own routing made them, cut to what this person may read.
  const workOrder = { ...view.workOrder.facts, record: view.workOrder.record } as unknown as WorkOrderFacts;
  const assignees = view.assignees as unknown as readonly AssigneeFacts[];
  return { policy, ranking: rankCandidates(policy, workOrder, assignees, view.at) };
}

function withWeights(policy: JsonObject, weights: Weights): Policy {
  const criteria = Object.entries(criteriaOf(policy)).map(([id, criterion]) => [
    id,
    { ...criterion, weight: weights[id] ?? criterion['weight'] },
  ]);
  return { ...policy, criteria: Object.fromEntries(criteria) } as unknown as Policy;
}

function criteriaOf(policy: JsonObject): { readonly [id: string]: JsonObject } {
  const { criteria } = policy;
  return isJsonObject(criteria)
    ? Object.fromEntries(
        Object.entries(criteria).filter((entry): entry is [string, JsonObject] => isJsonObject(entry[1])),
      )
    : {};
}
