import type { Json } from '@paidan/engine/issue';
import type { CommandId, Person } from '../host/host.ts';
import { hashOfJson } from './hash-of-json.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The command a write stands for, or `undefined` without a usable `Idempotency-Key`. */
export function commandOf(request: Request, person: Person, body: Json | undefined): CommandId | undefined {
  const key = request.headers.get('idempotency-key');
  if (key === null || !uuid.test(key)) return undefined;
  const { method } = request;
  const { pathname } = new URL(request.url);
  const fingerprint = hashOfJson([method, pathname, person.id, body ?? null]);
  return { tenant: person.tenant, commandId: key.toLowerCase(), fingerprint };
}
