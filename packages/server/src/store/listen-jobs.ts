import type { Instant } from '@paidan/engine/time';
import type { PgBoss } from 'pg-boss';
import { derivedId } from './derived-id.ts';

/** A turn of a listener: a poll of what changed, or a question about what still waits. */
export interface ListenJob {
  readonly kind: 'poll' | 'reconcile';
  readonly tenant: string;
  readonly workflowId: string;
  readonly listenerId: string;
  readonly slotAt: Instant;
}

/** The first whole multiple of a period since 1970 that lies after an instant. */
export function slotAfter(at: Instant, everyMs: number): Instant {
  return new Date((Math.floor(Date.parse(at) / everyMs) + 1) * everyMs).toISOString();
}

/** Sends a turn; one instant is one job whoever sends it, and at most one turn of a listener is under way. */
export async function sendTurn(boss: PgBoss, data: ListenJob): Promise<void> {
  const { kind, tenant, workflowId, listenerId, slotAt } = data;
  const id = derivedId('listen', kind, tenant, workflowId, listenerId, slotAt);
  const singletonKey = derivedId('listener', tenant, listenerId);
  await boss.insert('listen', [{ id, data, singletonKey, startAfter: slotAt }]);
}
