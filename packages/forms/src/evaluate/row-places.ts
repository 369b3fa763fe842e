import type { Json } from '@paidan/engine/issue';
import type { FieldPlan } from '../compile/form-plan.ts';
import type { RowPlace, Sweep } from './sweep-state.ts';

/** Every place a field stands at: itself, or once per row of its container. */
export function eachPlace(plan: FieldPlan, sweep: Sweep): readonly RowPlace[] {
  const { container, segments } = plan;
  if (container === undefined)
    return [{ segments, rows: [], isVisible: true, rowDepth: -1, parentDepth: -1 }];
  const around = sweep.instances.get(container) ?? [];
  const below = segments.slice(container.segments.length + 1);
  return around.flatMap((instance) =>
    rowIds(container, sweep.draft.get(instance.segments)).map((row) => ({
      segments: [...instance.segments, row, ...below],
      rows: [...instance.rows, row],
      isVisible: instance.isVisible,
      rowDepth: container.segments.length,
      parentDepth: container.segments.lastIndexOf('*'),
    })),
  );
}

/** Positions of a list, or the rows a checklist always has. */
export function rowIds(container: FieldPlan, held: Json | undefined): readonly string[] {
  if (container.kind.rows === 'members') return container.field.options?.rowOrder ?? [];
  return Array.isArray(held) ? held.map((_, index) => String(index)) : [];
}

/** Runs `settle` with `row`, `index` or `rowId`, and `parent` standing for this place. */
export function atRow<Result>(place: RowPlace, sweep: Sweep, settle: () => Result): Result {
  const { facts, draft } = sweep;
  const row = place.rows.at(-1);
  if (row === undefined) return settle();
  facts.row = draft.get(place.segments.slice(0, place.rowDepth + 1)) ?? {};
  if (/^\d+$/.test(row)) facts.index = Number(row);
  else facts.rowId = row;
  if (place.parentDepth >= 0) facts.parent = draft.get(place.segments.slice(0, place.parentDepth + 1)) ?? {};
  const result = settle();
  delete facts.row;
  delete facts.index;
  delete facts.rowId;
  delete facts.parent;
  return result;
}
