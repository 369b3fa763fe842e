import type { JsonObject } from '@paidan/engine/issue';
import type { Outcome } from '@paidan/engine/mapping';
import { type ReadyOperation, readyOperation } from '../contract/ready-operation.ts';
import { attempt } from './attempt.ts';
import { usualBreaker } from './breaker.ts';
import type { DeliveryPorts, LocalOperation } from './delivery-ports.ts';
import { notConfigured } from './obtain-token.ts';

/** The call of an operation, its mapping already applied; `id` is the idempotency key everywhere. */
export interface Delivered {
  readonly id: string;
  /** `connection.operation`. */
  readonly operation: string;
  readonly request: JsonObject;
}

/**
 * The outcome of exactly one attempt. Never throws for anything the other side, the network or the configuration does.
 *
 * Every request carries `Paidan-Delivery-Id`. `refused` with `operation/unknown`, `connection/not-configured`,
 * `request/incomplete` or `network/not-allowed` says that nothing was sent. What may be done next says `afterOutcome`.
 */
export async function deliver(effect: Delivered, ports: DeliveryPorts): Promise<Outcome> {
  const local = ports.localOperations?.[effect.operation];
  if (local !== undefined) return runLocally(local, effect, ports);
  const operation = readyOperation(ports.connections, effect.operation);
  if (operation === undefined)
    return {
      kind: 'refused',
      code: 'operation/unknown',
      message: `there is no operation ${effect.operation}`,
    };
  const address = addressOf(operation, ports);
  if ('missing' in address) return notConfigured(address.missing);
  const call = { operation, baseUrl: address.url, effectId: effect.id, request: effect.request };
  if (ports.breakers === undefined) return attempt(call, ports);
  const settings = operation.connection.breaker ?? usualBreaker;
  return ports.breakers.run(new URL(address.url).host, settings, () => attempt(call, ports));
}

function addressOf(
  { connection, connector }: ReadyOperation,
  ports: DeliveryPorts,
): { readonly url: string } | { readonly missing: string } {
  const written = connection.baseUrl;
  const vendor =
    connector.baseUrl && (ports.setting(connector.baseUrl.setting) ?? connector.baseUrl.otherwise);
  const url =
    written === undefined ? vendor : typeof written === 'string' ? written : ports.setting(written.setting);
  if (url !== undefined && URL.canParse(url)) return { url };
  return { missing: typeof written === 'object' ? written.setting : 'baseUrl' };
}

async function runLocally(local: LocalOperation, effect: Delivered, ports: DeliveryPorts): Promise<Outcome> {
  const sentAt = ports.now();
  try {
    const answer = await local(effect.request, { effectId: effect.id });
    return isOutcome(answer) ? answer : { kind: 'succeeded', output: answer };
  } catch {
    return { kind: 'unknown', reason: 'server-error', sentAt };
  }
}

function isOutcome(answer: unknown): answer is Outcome {
  const kinds = ['succeeded', 'refused', 'tryLater', 'unknown'];
  return (
    typeof answer === 'object' && answer !== null && 'kind' in answer && kinds.includes(String(answer.kind))
  );
}
