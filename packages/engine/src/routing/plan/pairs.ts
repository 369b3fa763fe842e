import { instantMs } from '../../time/instant.ts';
import type { CompiledPolicy } from '../criteria/compiled-policy.ts';
import { relaxationsOf, rungOf } from '../criteria/ladder.ts';
import { isEligible, makePair, type Relaxations } from '../eligible/eligible-candidates.ts';
import type { Pair } from '../facts/pair.ts';
import { type PreparedAssignee, prepareAssignee } from '../facts/prepared-assignee.ts';
import type { PreparedWorkOrder } from '../facts/prepared-work-order.ts';
import { tieKeyOf } from '../grade/rank-candidates.ts';
import { scoreOf, UNITS_PER_POINT } from '../grade/score.ts';
import { HOLDER_TIE_KEY, TIE_KEY_SIZE } from '../grade/tie-key.ts';
import { urgencyPoints } from '../grade/urgency.ts';
import type { PairGraph } from './pair-graph.ts';
import { placesOf } from './places.ts';
import type { PlanInput } from './plan-input.ts';
import { liveHolder, movableWorkOrders } from './stability.ts';
import { pinnedTo, tierOf, tierUnits } from './strict-tiers.ts';

/** Who needs no leave of a rung goes before all who do, whatever their scores. */
const UNRELAXED_POINTS = 100;

/** Every eligible pair of the work orders that may be placed or moved; rows by tier and id, columns by person. */
export function pairGraph(policy: CompiledPolicy, input: PlanInput): PairGraph {
  const atMs = instantMs(input.at);
  const units = tierUnits(policy);
  const movable = movableWorkOrders(policy, input);
  const ignored = new Set(movable.map(({ id }) => id));
  const rows = movable
    .map((workOrder) => ({ workOrder, tier: tierOf(policy, workOrder, atMs) }))
    .sort((one, other) => units.unitOf(other.tier) - units.unitOf(one.tier) || byId(one, other));
  const assignees = [...input.assignees]
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map((facts) => prepareAssignee(facts, atMs, ignored));
  const places = placesOf(policy);
  const built = rows.map(({ workOrder }) => {
    const found = rowOf({ policy, workOrder, assignees, atMs }, (pair) => places.columnOf(pair));
    return found.sort((one, other) => other.value - one.value || one.column - other.column);
  });
  return {
    rows: rows.map(({ workOrder }) => workOrder),
    tierNames: rows.map(({ tier }) => tier),
    tier: Float64Array.from(rows, ({ tier }) => units.unitOf(tier)),
    columns: places.columns,
    ...flatten(built),
  };
}

interface Row {
  readonly policy: CompiledPolicy;
  readonly workOrder: PreparedWorkOrder;
  readonly assignees: readonly PreparedAssignee[];
  readonly atMs: number;
}

interface Entry {
  readonly column: number;
  readonly value: number;
}

function rowOf(row: Row, columnOf: (pair: Pair) => number): Entry[] {
  const { policy, workOrder, assignees, atMs } = row;
  const relax = relaxationsOf(rungOf(policy, workOrder, atMs).rung);
  const urgency = urgencyPoints(policy, workOrder, atMs);
  const holder = liveHolder(workOrder, atMs);
  const only = pinnedTo(workOrder, 'must', atMs) ?? pinnedTo(workOrder, 'keep', atMs);
  const entries: Entry[] = [];
  for (const assignee of assignees) {
    if (only !== undefined && assignee.id !== only) continue;
    const pair = makePair(policy, workOrder, assignee, atMs);
    const value = pairValue({ policy, pair, relax, urgency, isHolder: assignee.id === holder });
    if (value !== undefined) entries.push({ column: columnOf(pair), value });
  }
  return entries;
}

interface Valuing {
  readonly policy: CompiledPolicy;
  readonly pair: Pair;
  readonly relax: Relaxations;
  readonly urgency: number;
  readonly isHolder: boolean;
}

/** The value of a pair, `undefined` when it is not eligible. */
function pairValue({ policy, pair, relax, urgency, isHolder }: Valuing): number | undefined {
  const eligible = isEligible(policy, pair, relax);
  if (eligible === 'no') return undefined;
  const margin = isHolder ? (policy.policy.stability?.marginPoints ?? 0) : 0;
  const points = urgency + margin + (eligible === 'yes' ? UNRELAXED_POINTS : 0);
  const units = scoreOf(policy, pair) + points * UNITS_PER_POINT;
  return units * TIE_KEY_SIZE + (isHolder ? HOLDER_TIE_KEY : tieKeyOf(pair));
}

function flatten(rows: readonly (readonly Entry[])[]): Pick<PairGraph, 'start' | 'column' | 'value'> {
  const start = new Int32Array(rows.length + 1);
  rows.forEach((row, index) => {
    start[index + 1] = (start[index] ?? 0) + row.length;
  });
  const count = start[rows.length] ?? 0;
  const column = new Int32Array(count);
  const value = new Float64Array(count);
  let next = 0;
  for (const row of rows) {
    for (const entry of row) {
      column[next] = entry.column;
      value[next] = entry.value;
      next += 1;
    }
  }
  return { start, column, value };
}

function byId(
  one: { readonly workOrder: PreparedWorkOrder },
  other: { readonly workOrder: PreparedWorkOrder },
) {
  return one.workOrder.id < other.workOrder.id ? -1 : 1;
}
