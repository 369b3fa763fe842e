import type { Json, JsonObject } from '../issue/json.ts';
import type { Instant } from '../time/instant.ts';

/** What conditions, `set` and mappings read while one event is decided. Refilled between steps, never kept. */
export type FactSheet = {
  record: JsonObject;
  event: unknown;
  workOrder: {
    readonly id: string;
    readonly number: string;
    stage: string;
    status: string;
    readonly createdAt: Instant;
  };
  step: unknown;
  effect: unknown;
  clock: unknown;
  assignee: unknown;
  actor: unknown;
  appointment: unknown;
  child: unknown;
  outcome: unknown;
  cause: unknown;
  stage: unknown;
  output: unknown;
  readonly at: Instant;
  readonly timeZone: string;
};

/** One thing the machine did or asked on its way, in order. `step` is where it happened. */
export type Mark =
  | { readonly kind: 'left' | 'entered'; readonly step: string }
  | { readonly kind: 'took'; readonly step: string; readonly transition: string; readonly pointer: string }
  | {
      readonly kind: 'asked';
      readonly pointer: string;
      readonly result: boolean;
      readonly reads: { readonly [name: string]: Json };
    }
  | { readonly kind: 'wrote'; readonly pointer: string; readonly before?: Json; readonly after?: Json }
  | { readonly kind: 'misfit'; readonly pointer: string };

/** Handed into the machine for one step: the facts its guards read, and the marks it leaves. */
export interface Frame {
  readonly facts: FactSheet;
  readonly marks: Mark[];
}
