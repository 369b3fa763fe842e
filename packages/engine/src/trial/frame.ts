import type { Configuration } from '../decide/configuration.ts';
import type { Entry } from '../decide/entry.ts';
import type { WorkOrderEvent } from '../decide/event.ts';
import type { Effect } from '../effects/effect.ts';
import type { Issue } from '../issue/issue.ts';
import type { Instant } from '../time/instant.ts';

/** What was decided: the first decision of a work order, or an event. */
export type FrameEvent =
  | { readonly kind: 'start'; readonly by: string; readonly byName: string }
  | WorkOrderEvent;

/** One decision of a trial. A refused one has issues and changed nothing. */
export interface Frame {
  readonly index: number;
  readonly at: Instant;
  readonly workflow: string;
  readonly workOrderId: string;
  readonly number: string;
  /** The act of the scenario this came of, directly. */
  readonly act?: string;
  readonly event: FrameEvent;
  readonly issues: readonly Issue[];
  readonly entries: readonly Entry[];
  readonly effects: readonly Effect[];
  /** Of the snapshot after it. */
  readonly seq: number;
  readonly configuration: Configuration;
  /** Places in the document the canvas lights up, in the order they were passed. */
  readonly pointers: readonly string[];
}
