import type { JsonObject } from '@paidan/engine/issue';
import { isFor } from '../evaluate/permission.ts';
import type { Sweep } from '../evaluate/sweep-state.ts';

/** A lookup to run now. Its answer goes back into the context under its id, with this hash. */
export interface DueLookup {
  readonly id: string;
  readonly connection: string;
  readonly operation: string;
  readonly params: JsonObject;
  /** Identity of the question; an answer with another hash is dropped. */
  readonly hash: string;
  /** Not for the roles of this actor: a screen answers `deferred` and leaves it to the server, which asks in any case. */
  readonly leftToServer: boolean;
  readonly offline: 'defer' | 'cache' | 'block';
  readonly debounceMs: number;
  readonly timeoutMs: number;
  readonly cacheMs: number;
}

const defaultTimeoutMs = 3000;

export function dueLookups(sweep: Sweep): readonly DueLookup[] {
  return [...sweep.lookups.values()].flatMap(({ plan, status, params, hash }) => {
    if (status !== 'due' || params === undefined || hash === undefined) return [];
    const { lookup } = plan;
    return [
      {
        id: plan.id,
        connection: lookup.connection,
        operation: lookup.operation,
        params,
        hash,
        leftToServer: !isFor(lookup.for, sweep),
        offline: lookup.offline ?? 'defer',
        debounceMs: lookup.debounceMs ?? 0,
        timeoutMs: lookup.timeoutMs ?? defaultTimeoutMs,
        cacheMs: lookup.cacheMs ?? 0,
      },
    ];
  });
}
