import { deliver } from '@paidan/connectors';
import type { Snapshot } from '@paidan/engine';
import { evaluate } from '@paidan/engine/expression';
import { type Json, type JsonObject, writePointer } from '@paidan/engine/issue';
import { hearItem } from '../host/hear/hear-item.ts';
import type { ListenerInForce } from '../host/hear/heard-listener.ts';
import { derivedId } from '../store/derived-id.ts';
import { recordHealed, workOrdersAt } from '../store/healed-events.ts';
import type { JobPorts } from './job-ports.ts';

/**
 * Asks for every work order that still waits at the listener's step, so that a lost push heals. The answer raises the
 * very event that the push would have: the first wins, once, and what was missed is noted (S45).
 */
export async function reconcileListener(ports: JobPorts, heard: ListenerInForce): Promise<void> {
  const { tenant, version, id, listener } = heard;
  const { reconcile } = listener;
  if (reconcile === undefined) return;
  const { workflowId } = version;
  const waiting = await workOrdersAt(ports.kysely, { tenant, workflowId, step: reconcile.waitingAt });
  for (const workOrderId of waiting) {
    const order = await ports.host.load(tenant, workOrderId);
    const request = order && requestOf(order.snapshot, reconcile.with);
    if (request === undefined) continue;
    const call = { id: derivedId('reconcile', workOrderId, ports.host.now()), request };
    const operation = reconcile.operation;
    const outcome = await deliver({ ...call, operation }, ports.outside(version, { tenant, workOrderId }));
    if (outcome.kind !== 'succeeded') continue;
    const { raised } = await hearItem(ports, heard, { item: request, output: outcome.output });
    for (const { eventId } of raised) {
      const at = ports.host.now();
      await recordHealed(ports.kysely, { tenant, listenerId: id }, { eventId, workOrderId, at });
    }
  }
}

/** `undefined` while something that is asked with is not known yet. */
function requestOf(
  snapshot: Snapshot,
  wanted: { readonly [pointer: string]: unknown },
): JsonObject | undefined {
  const { record, workOrderId: id, number } = snapshot;
  const effects = snapshot.effects as unknown as JsonObject;
  const facts = { record, effect: effects, workOrder: { id, number } };
  let request: Json = {};
  for (const [pointer, rule] of Object.entries(wanted)) {
    const value = evaluate(rule as Json, facts);
    if (value === null || value === undefined) return undefined;
    request = writePointer(request, pointer, value);
  }
  return request as JsonObject;
}
