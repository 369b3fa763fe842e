import type { Outcome } from '@paidan/engine/mapping';
import {
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhenResult,
  isBrokenCircuitError,
} from 'cockatiel';

/** Breakers of one process, one per host and port. */
export interface Breakers {
  /** Runs the call, or answers `breaker-open` without sending. Counts `unknown` and `not-sent`; half open lets one call through. */
  run(place: string, settings: BreakerSettings, call: () => Promise<Outcome>): Promise<Outcome>;
  /** Places whose breaker is open now. */
  open(): readonly string[];
}

export interface BreakerSettings {
  readonly failures: number;
  readonly openMs: number;
}

export const usualBreaker: BreakerSettings = { failures: 5, openMs: 30_000 };

export function createBreakers(): Breakers {
  const policies = new Map<string, CircuitBreakerPolicy>();
  return {
    run: async (place, settings, call) => {
      const policy = policies.get(place) ?? createPolicy(settings);
      policies.set(place, policy);
      try {
        return await policy.execute(call);
      } catch (error) {
        if (isBrokenCircuitError(error))
          return { kind: 'tryLater', reason: 'breaker-open', waitMs: settings.openMs };
        throw error;
      }
    },
    open: () =>
      [...policies].filter(([, policy]) => policy.state === CircuitState.Open).map(([place]) => place),
  };
}

function createPolicy({ failures, openMs }: BreakerSettings): CircuitBreakerPolicy {
  return circuitBreaker(
    handleWhenResult((result) => isFailure(result as Outcome)),
    { halfOpenAfter: openMs, breaker: new ConsecutiveBreaker(failures) },
  );
}

function isFailure(outcome: Outcome): boolean {
  return outcome.kind === 'unknown' || (outcome.kind === 'tryLater' && outcome.reason === 'not-sent');
}
