import { instantMs } from '../../time/instant.ts';
import type { CompiledPolicy } from '../criteria/compiled-policy.ts';
import { rungOf } from '../criteria/ladder.ts';
import { prepareWorkOrder } from '../facts/prepared-work-order.ts';
import { UNITS_PER_POINT } from '../grade/score.ts';
import { HOLDER_TIE_KEY, TIE_KEY_SIZE } from '../grade/tie-key.ts';
import { valueOfPair } from './certificate.ts';
import { fanOut } from './fan-out.ts';
import type { PairGraph } from './pair-graph.ts';
import type { Plan, PlannedOffer } from './plan.ts';
import type { Solution } from './shortest-path.ts';
import type { Solved } from './solved.ts';
import { liveHolder, whyKept } from './stability.ts';

type Outcomes = Pick<Plan, 'offers' | 'later' | 'kept' | 'withdrawn' | 'unmatched' | 'leftAlone' | 'moves'>;
type Writable<Map> = { -readonly [Key in keyof Map]: Map[Key] };
type Drafts = { readonly [Key in keyof Outcomes]: Writable<Outcomes[Key]> };

/** What the solved graph means for every work order of the input. */
export function outcomesOf(solved: Solved): Outcomes {
  const drafts: Drafts = {
    offers: {},
    later: {},
    kept: {},
    withdrawn: {},
    unmatched: {},
    leftAlone: [],
    moves: { made: 0, prevented: 0 },
  };
  const asked = fanOut(solved);
  const fresh = new Map<string, number>();
  solved.graph.rows.forEach((_, row) => {
    settleRow(solved, row, drafts, { alsoAsk: asked.get(row) ?? [], fresh });
  });
  settleOthers(solved, drafts);
  return { ...drafts, leftAlone: [...drafts.leftAlone].sort() };
}

function settleRow(
  solved: Solved,
  row: number,
  drafts: Drafts,
  around: { readonly alsoAsk: readonly string[]; readonly fresh: Map<string, number> },
): void {
  const { policy, input, graph, solution } = solved;
  const workOrder = graph.rows[row];
  if (workOrder === undefined) return;
  const atMs = instantMs(input.at);
  const holder = liveHolder(workOrder, atMs);
  const place = graph.columns[solution.columnOfRow[row] ?? -1];
  withdraw(solved, row, drafts, place?.assigneeId);
  if (place === undefined) {
    const nobody = graph.start[row] === graph.start[row + 1];
    drafts.unmatched[workOrder.id] = { why: nobody ? 'nobody-eligible' : 'no-place' };
    return;
  }
  if (place.assigneeId === holder) {
    drafts.kept[workOrder.id] = { assigneeId: holder, why: 'held' };
    if (wouldMove(graph, solution, row, policy)) drafts.moves.prevented += 1;
    return;
  }
  const offer: PlannedOffer = {
    assigneeId: place.assigneeId,
    place: place.id,
    rung: rungOf(policy, workOrder, atMs).id,
    alsoAsk: around.alsoAsk,
    ...(holder === undefined ? {} : { movedFrom: holder }),
  };
  const count = (around.fresh.get(place.assigneeId) ?? 0) + 1;
  around.fresh.set(place.assigneeId, count);
  const target = count <= policy.policy.offers.newPerTick ? drafts.offers : drafts.later;
  target[workOrder.id] = offer;
}

function withdraw(solved: Solved, row: number, drafts: Drafts, placedWith: string | undefined): void {
  const { graph, input } = solved;
  const workOrder = graph.rows[row];
  const hold = workOrder?.facts.offer;
  if (workOrder === undefined || !hold || liveHolder(workOrder, instantMs(input.at)) === undefined) return;
  if (hold.assigneeId === placedWith) return;
  if (placedWith !== undefined) drafts.moves.made += 1;
  const why = !hasPairWith(graph, row, hold.assigneeId)
    ? 'no-longer-fits'
    : placedWith === undefined
      ? 'displaced'
      : 'moved';
  drafts.withdrawn[workOrder.id] = { assigneeId: hold.assigneeId, token: hold.token, why };
}

function hasPairWith(graph: PairGraph, row: number, assigneeId: string): boolean {
  for (let pair = graph.start[row] ?? 0; pair < (graph.start[row + 1] ?? 0); pair += 1) {
    if (graph.columns[graph.column[pair] ?? -1]?.assigneeId === assigneeId) return true;
  }
  return false;
}

/** Whether somebody else would be worth more at today's prices, were it not for the margin. */
function wouldMove(graph: PairGraph, solution: Solution, row: number, { policy }: CompiledPolicy): boolean {
  const own = solution.columnOfRow[row] ?? -1;
  const margin = (policy.stability?.marginPoints ?? 0) * UNITS_PER_POINT * TIE_KEY_SIZE + HOLDER_TIE_KEY;
  const net = (valueOfPair(graph, row, own) ?? 0) - margin - (solution.priceValue[own] ?? 0);
  for (let pair = graph.start[row] ?? 0; pair < (graph.start[row + 1] ?? 0); pair += 1) {
    const column = graph.column[pair] ?? -1;
    const other = (graph.value[pair] ?? 0) - (solution.priceValue[column] ?? 0);
    if (column !== own && other - TIE_KEY_SIZE > net) return true;
  }
  return false;
}

/** Work orders that were no row of the graph: kept, left alone, or not to be understood. */
function settleOthers({ policy, input, graph }: Solved, drafts: Drafts): void {
  const planned = new Set(graph.rows.map(({ id }) => id));
  const atMs = instantMs(input.at);
  for (const facts of input.workOrders) {
    if (planned.has(facts.id)) continue;
    const workOrder = prepareWorkOrder(facts, policy.policy.tags.workOrder, input.at);
    const why = whyKept(workOrder, atMs);
    if (why !== undefined && why !== 'offered' && facts.offer) {
      drafts.kept[facts.id] = { assigneeId: facts.offer.assigneeId, why };
    } else if (policy.appliesTo(workOrder)) drafts.unmatched[facts.id] = { why: 'invalid' };
    else drafts.leftAlone.push(facts.id);
  }
}
