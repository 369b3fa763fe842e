import type { LookupAnswer } from '@paidan/engine';
import type { Stage } from '@paidan/engine/definition';
import type { JsonObject } from '@paidan/engine/issue';

/** Where the answers come from: a page, a program, a chat, a device, a mail, an import, a phone that was offline. */
export type Channel = 'screen' | 'api' | 'chat' | 'device' | 'mail' | 'import' | 'sync';

/** Who fills the form in; without one nobody's rights are asked. */
export interface FormActor {
  readonly id: string;
  readonly roles: readonly string[];
  readonly label?: string;
}

/** Everything a verdict depends on beside the form and the values. The same context gives the same bytes. */
export interface FormContext {
  readonly stage?: Stage | (string & {});
  /** ISO instant in UTC; needed as soon as a condition reads `now` or `today`. */
  readonly at?: string;
  readonly timeZone?: string;
  readonly actor?: FormActor;
  /** `screen` when left out. */
  readonly channel?: Channel | (string & {});
  /** The record before these answers. */
  readonly base?: JsonObject;
  /** Answers of lookups by id; one for other parameters than the present ones is dropped. */
  readonly lookups?: { readonly [id: string]: LookupAnswer };
  /** Record pointers of editable computed fields a person has touched. */
  readonly edited?: readonly string[];
  /** Ids of checks and lookups a person has confirmed. */
  readonly acknowledged?: readonly string[];
  readonly workOrder?: JsonObject;
}
