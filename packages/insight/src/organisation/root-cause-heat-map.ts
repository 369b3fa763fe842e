import { type JsonObject, readPointer } from '@paidan/engine/issue';
import { foldWorkOrder } from '../events/fold-work-order.ts';
import type { WorkOrderLog } from '../events/work-order-log.ts';

/** 「没有遇到问题」 is an answer but no cause, in any statistic. */
const NO_CAUSE = 'none';

export interface HeatMapInput {
  readonly logs: readonly WorkOrderLog[];
  /** Half-open: reviews answered at or after `from` and before `to`. */
  readonly from: string;
  readonly to: string;
  /** What makes a row. */
  readonly by: 'department' | 'deviceModel';
  /** Name of the form whose answer is the review. */
  readonly form?: string;
  /** Where the cause stands in the record. */
  readonly causeAt?: string;
  /** Cells below this many reviews are grey. */
  readonly minimum?: number;
}

/** Rows, causes and cells in text order; every cell names its work orders, so that a click can open them. */
export interface HeatMap {
  readonly from: string;
  readonly to: string;
  readonly by: HeatMapInput['by'];
  readonly causes: readonly string[];
  readonly rows: readonly string[];
  readonly cells: readonly HeatMapCell[];
  readonly reviews: number;
}

export interface HeatMapCell {
  readonly row: string;
  readonly cause: string;
  readonly n: number;
  readonly grey: boolean;
  readonly workOrders: readonly string[];
}

/**
 * 根因热力图: how often each cause was named, per department or device model, in one period (R31: Monday 00:00 to
 * Monday 00:00 local, handed in as instants). The same logs give the same bytes, whatever their order.
 */
export function rootCauseHeatMap(input: HeatMapInput): HeatMap {
  const { logs, from, to, by, form = 'survey', causeAt = '/survey/rootCause', minimum = 5 } = input;
  const cells = new Map<string, { row: string; cause: string; workOrders: string[] }>();
  let reviews = 0;
  for (const log of logs) {
    const answeredAt = foldWorkOrder(log).answeredForms[form];
    const cause = readPointer(log.record, causeAt);
    if (answeredAt === undefined || answeredAt < from || answeredAt >= to || typeof cause !== 'string')
      continue;
    reviews += 1;
    if (cause === NO_CAUSE) continue;
    const row = rowOf(log, by);
    const key = JSON.stringify([row, cause]);
    const cell = cells.get(key) ?? { row, cause, workOrders: [] };
    cell.workOrders.push(log.number);
    cells.set(key, cell);
  }
  const listed = [...cells.values()].sort(byRowAndCause);
  return {
    from,
    to,
    by,
    reviews,
    rows: unique(listed.map((cell) => cell.row)),
    causes: unique(listed.map((cell) => cell.cause)).sort(),
    cells: listed.map(({ row, cause, workOrders }) => ({
      row,
      cause,
      n: workOrders.length,
      grey: workOrders.length < minimum,
      workOrders: workOrders.sort(),
    })),
  };
}

function rowOf(log: WorkOrderLog, by: HeatMapInput['by']): string {
  if (by === 'department') return log.department ?? '';
  const model = readPointer(log.record as JsonObject, '/device/model');
  return typeof model === 'string' ? model : '';
}

function byRowAndCause(a: { row: string; cause: string }, b: { row: string; cause: string }): number {
  return compareText(a.row, b.row) || compareText(a.cause, b.cause);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
