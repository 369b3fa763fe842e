import { instantMs } from '../../time/instant.ts';
import { rungOf } from '../criteria/ladder.ts';
import type { Solved } from './solved.ts';

/**
 * The further people whom a rung asks at the same time, by row: the next best at the plan's prices, each holding a
 * place that the plan left free. Rows in their order, so stricter tiers choose first.
 */
export function fanOut(solved: Solved): ReadonlyMap<number, readonly string[]> {
  const { graph, solution } = solved;
  const free = graph.columns.map(({ worth }) => worth.length);
  for (const column of solution.columnOfRow) {
    if (column >= 0) free[column] = (free[column] ?? 0) - 1;
  }
  const asked = new Map<number, readonly string[]>();
  graph.rows.forEach((_, row) => {
    const more = furtherPeople(solved, row);
    if (more > 0) asked.set(row, takeNext(solved, row, more, free));
  });
  return asked;
}

function furtherPeople({ policy, input, graph, solution }: Solved, row: number): number {
  const workOrder = graph.rows[row];
  if (workOrder === undefined || (solution.columnOfRow[row] ?? -1) < 0) return 0;
  const { rung } = rungOf(policy, workOrder, instantMs(input.at));
  return rung !== undefined && 'ask' in rung ? rung.ask - 1 : 0;
}

function takeNext({ graph, solution }: Solved, row: number, more: number, free: number[]): readonly string[] {
  const choices: { readonly column: number; readonly net: number }[] = [];
  for (let pair = graph.start[row] ?? 0; pair < (graph.start[row + 1] ?? 0); pair += 1) {
    const column = graph.column[pair] ?? -1;
    const net = (graph.value[pair] ?? 0) - (solution.priceValue[column] ?? 0);
    if (column !== solution.columnOfRow[row] && (free[column] ?? 0) > 0) choices.push({ column, net });
  }
  choices.sort((one, other) => other.net - one.net || one.column - other.column);
  return choices.slice(0, more).map(({ column }) => {
    free[column] = (free[column] ?? 0) - 1;
    return graph.columns[column]?.assigneeId ?? '';
  });
}
