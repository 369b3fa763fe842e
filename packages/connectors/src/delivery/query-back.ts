import { evaluate } from '@paidan/engine/expression';
import { isJsonObject, type Json } from '@paidan/engine/issue';
import { applyMapping } from '@paidan/engine/mapping';
import { readyOperation } from '../contract/ready-operation.ts';
import { type Delivered, deliver } from './deliver.ts';
import type { DeliveryPorts } from './delivery-ports.ts';
import type { Found } from './delivery-state.ts';

/**
 * What the other side holds under our reference, asked by the operation that mode `probe` names. `same` reads `output`
 * and `sent`; full RFC 3339 instants are compared in UTC, so that a change of zone is no difference.
 * `unanswered` also when the operation is not in mode `probe` or its question cannot be asked.
 */
export async function queryBack(effect: Delivered, ports: DeliveryPorts): Promise<Found> {
  const operation = readyOperation(ports.connections, effect.operation);
  const delivery = operation?.delivery;
  if (operation === undefined || delivery?.mode !== 'probe') return { kind: 'unanswered' };
  const name = `${operation.connectionId}.${delivery.ask}`;
  const asked = applyMapping(delivery.with, { sent: effect.request }, { at: ports.now() });
  if (asked.value === undefined) return { kind: 'unanswered' };
  const outcome = await deliver({ id: effect.id, operation: name, request: asked.value }, ports);
  if (outcome.kind !== 'succeeded') return { kind: 'unanswered' };
  if (outcome.absent === true) return { kind: 'absent' };
  const facts = { output: inUtc(outcome.output), sent: inUtc(effect.request) };
  return evaluate(delivery.same, facts) === true ? { kind: 'same', outcome } : { kind: 'different' };
}

// RFC 3339, section 5.6, with its offset: what has none is no instant and stays as it is.
const instant = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;

function inUtc(value: Json): Json {
  if (typeof value === 'string')
    return instant.test(value) && !Number.isNaN(Date.parse(value)) ? new Date(value).toISOString() : value;
  if (Array.isArray(value)) return value.map(inUtc);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inUtc(inner)]));
}
