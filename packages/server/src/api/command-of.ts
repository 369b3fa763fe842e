import { createHash } from 'node:crypto';
import type { Json } from '@paidan/engine/issue';
import type { CommandId, Person } from '../host/host.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The command a write stands for, or `undefined` without a usable `Idempotency-Key`. */
export function commandOf(request: Request, person: Person, body: Json | undefined): CommandId | undefined {
  const key = request.headers.get('idempotency-key');
  if (key === null || !uuid.test(key)) return undefined;
  const { method } = request;
  const { pathname } = new URL(request.url);
  const asked = JSON.stringify([method, pathname, person.id, inOrder(body ?? null)]);
  const fingerprint = createHash('sha256').update(asked).digest('hex');
  return { tenant: person.tenant, commandId: key.toLowerCase(), fingerprint };
}

// Two spellings of one object are one request.
function inOrder(json: Json): Json {
  if (Array.isArray(json)) return json.map(inOrder);
  if (typeof json !== 'object' || json === null) return json;
  const entries = Object.entries(json).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, value]) => [key, inOrder(value)]));
}
