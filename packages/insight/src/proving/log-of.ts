import type { Entry } from '@paidan/engine';
import type { JsonObject } from '@paidan/engine/issue';
import type { WorkOrderLog } from '../events/work-order-log.ts';

const CREATED_MS = Date.UTC(2026, 0, 5, 1);

/** A work order's log for tests: `[minutes after creation, entries]` per decision. */
export function logOf(
  number: string,
  decisions: readonly (readonly [number, readonly Entry[]])[],
  more: { readonly record?: JsonObject; readonly department?: string } = {},
): WorkOrderLog {
  return {
    workOrderId: `id-${number}`,
    number,
    workflow: 'demo',
    createdAt: instantAfter(0),
    record: {},
    decisions: decisions.map(([minutes, entries], index) => ({
      seq: index + 1,
      at: instantAfter(minutes),
      actor: { id: 'a', roles: [] },
      entries,
    })),
    ...more,
  };
}

export function instantAfter(minutes: number): string {
  return new Date(CREATED_MS + minutes * 60_000).toISOString();
}

export function answered(form: string): Entry {
  return { kind: 'answers-given', step: form, form, tags: [] };
}

export const endedDone: Entry = { kind: 'ended', outcome: 'done', step: 'archived' };
