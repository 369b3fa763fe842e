import { type DeliveryPorts, deliver } from '@paidan/connectors';
import type { AskOperation } from './run-lookups.ts';

/** Asks a lookup's operation once: what it answers within its time, else `deferred` and the form goes on. */
export function askOperation(ports: DeliveryPorts, idOf: () => string): AskOperation {
  return async ({ operation, params, timeoutMs }) => {
    const outcome = await inTime(deliver({ id: idOf(), operation, request: params }, ports), timeoutMs);
    if (outcome?.kind !== 'succeeded') return { status: 'deferred' };
    if (outcome.absent === true) return { status: 'absent' };
    return { status: 'done', result: outcome.output };
  };
}

// The late answer of a read changes nothing, so it is left to finish unheard.
function inTime<Value>(answer: Promise<Value>, timeoutMs: number): Promise<Value | undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), timeoutMs);
  return Promise.race([answer, promise]).finally(() => clearTimeout(timer));
}
