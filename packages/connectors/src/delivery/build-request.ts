import { type JsonObject, writePointer } from '@paidan/engine/issue';
import type { ReadyOperation } from '../contract/ready-operation.ts';
import type { Draft } from '../network/draft.ts';

/**
 * The request before it is signed: path values percent-encoded, declared query parameters, and the rest of the input as
 * JSON body. `Paidan-Delivery-Id` is the effect id, equal on every attempt; mode `key`, and `probe` with a header, carry
 * it once more where the other side looks for it. `missing` names the path value that is not there.
 */
export function buildRequest(
  operation: ReadyOperation,
  target: { readonly baseUrl: string; readonly effectId: string; readonly request: JsonObject },
): { readonly draft: Draft } | { readonly missing: string } {
  const named = [...operation.path.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
  const missing = named.find((name) => segmentOf(target.request, name) === undefined);
  if (missing !== undefined) return { missing };
  const path = operation.path.replace(
    /\{([^{}]+)\}/g,
    (_hole, name: string) => segmentOf(target.request, name) ?? '',
  );
  const url = new URL(`${target.baseUrl.replace(/\/$/, '')}${path}`);
  for (const name of operation.query ?? []) {
    const value = target.request[name];
    if (value !== undefined && value !== null) url.searchParams.set(name, asText(value));
  }
  const taken = new Set([...named, ...(operation.query ?? [])]);
  const rest = Object.fromEntries(Object.entries(target.request).filter(([name]) => !taken.has(name)));
  return {
    draft: withKey(operation, target.effectId, {
      method: operation.method,
      url: url.href,
      ...parts(operation, rest),
    }),
  };
}

function parts(operation: ReadyOperation, rest: JsonObject): Pick<Draft, 'headers' | 'body'> {
  const headers = { Accept: 'application/json' };
  return operation.method === 'GET' || operation.method === 'DELETE' ? { headers } : { headers, body: rest };
}

function withKey(operation: ReadyOperation, effectId: string, draft: Draft): Draft {
  const { delivery } = operation;
  const headers = { ...draft.headers, 'Paidan-Delivery-Id': effectId };
  if (delivery?.mode === 'key' && 'pointer' in delivery) {
    const body = writePointer(draft.body ?? {}, delivery.pointer, effectId) as JsonObject;
    return { ...draft, headers, body };
  }
  const header = delivery?.mode === 'key' || delivery?.mode === 'probe' ? delivery.header : undefined;
  return { ...draft, headers: header === undefined ? headers : { ...headers, [header]: effectId } };
}

/** A value of nothing but dots is refused: as a path segment it would climb. */
function segmentOf(request: JsonObject, name: string): string | undefined {
  const value = request[name];
  if (value === undefined || value === null || typeof value === 'object' || value === '') return undefined;
  const encoded = encodeURIComponent(String(value));
  return /^\.+$/.test(encoded) ? undefined : encoded;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
