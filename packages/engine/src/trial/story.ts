import type { Snapshot } from '../decide/snapshot.ts';
import type { Issue } from '../issue/issue.ts';
import type { Json } from '../issue/json.ts';
import type { Text } from '../issue/text.ts';
import type { RoutingRecord } from '../routing/offer/routing-record.ts';
import type { Instant } from '../time/instant.ts';
import type { Coverage } from './coverage.ts';
import type { Frame } from './frame.ts';

/** Whether one expectation held, and what was found in any case. */
export interface Judged {
  readonly id: string;
  readonly holds: boolean;
  readonly expected: Json;
  readonly found: Json;
}

/** What happened in a trial: plain JSON, the same for the same workflow, scenario and world. */
export interface Story {
  readonly workflow: string;
  readonly title?: Text;
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly frames: readonly Frame[];
  /** The main work order first, then children and linked ones in the order they began. */
  readonly workOrders: readonly Snapshot[];
  readonly expectations: readonly Judged[];
  /** By hash, what routing decided from. */
  readonly routing: { readonly [hash: string]: RoutingRecord };
  readonly coverage: Coverage;
  /** Errors: an act that was refused, an expectation that does not hold, a scenario that cannot be played. */
  readonly issues: readonly Issue[];
}
