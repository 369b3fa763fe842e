import { createHash } from 'node:crypto';
import type { Json } from '@paidan/engine/issue';

/** SHA-256 of JSON with its keys in order: two spellings of one value have one hash. */
export function hashOfJson(json: Json): string {
  return createHash('sha256')
    .update(JSON.stringify(inOrder(json)))
    .digest('hex');
}

function inOrder(json: Json): Json {
  if (Array.isArray(json)) return json.map(inOrder);
  if (typeof json !== 'object' || json === null) return json;
  const entries = Object.entries(json).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, value]) => [key, inOrder(value)]));
}
