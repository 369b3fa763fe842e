import type { Json } from '@paidan/engine/issue';
import type { DueLookup } from '../lookup/due-lookups.ts';

/** What another system said: an answer, or that there is no such thing. */
export type LookupReply =
  | { readonly status: 'done'; readonly result: Json }
  | { readonly status: 'absent' }
  | { readonly status: 'deferred' };

/**
 * How a screen reaches other systems; the server behind it asks again in any case. A rejection, and an answer later
 * than `timeoutMs`, count as an outage: the form goes on with 待核实 (`deferred`).
 */
export interface LookupPort {
  ask(lookup: DueLookup, signal: AbortSignal): Promise<LookupReply>;
}
