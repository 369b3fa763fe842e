import type { Checked } from '../issue/issue.ts';
import type { Json, JsonObject } from '../issue/json.ts';

/** The answer to a form's lookup as the host fetched it. A client's claim is never passed on. */
export interface LookupAnswer {
  readonly status: 'done' | 'absent' | 'deferred';
  readonly result?: Json;
  readonly hash: string;
}

/**
 * What the engine needs of forms, handed in by server, phone, designer and tests: the engine imports no form code.
 * A kernel gives the same verdict for the same input everywhere, and never throws for a bad form or a bad answer.
 */
export interface FormsKernel {
  /** One form of a bundled workflow, ready to judge answers. */
  compile(workflow: JsonObject, formId: string): Checked<FormPort>;
}

export interface FormPort {
  /** SHA-256 of the form's canonical JSON. */
  readonly hash: string;
  /** Record pointers this form may write, computed and looked-up ones included. */
  readonly writable: readonly string[];
  validate(input: FormInput): Checked<FormOutcome>;
  /** Lookups these answers still call for, for the host to ask; a client's claim is never passed on. */
  due?(input: FormInput): readonly FormQuestion[];
}

/** A lookup to run now; its answer goes back in with this hash, the identity of the question. */
export interface FormQuestion {
  readonly id: string;
  readonly connection: string;
  readonly operation: string;
  readonly params: JsonObject;
  readonly hash: string;
}

export interface FormInput {
  readonly values: JsonObject;
  readonly record: JsonObject;
  readonly stage: string;
  readonly at: string;
  readonly timeZone: string;
  readonly channel: string;
  readonly actor: { readonly id: string; readonly roles: readonly string[] };
  readonly edited: readonly string[];
  readonly acknowledged: readonly string[];
  readonly lookups: { readonly [id: string]: LookupAnswer };
  readonly workOrder: JsonObject;
}

export interface FormOutcome {
  /** The record with the permitted answers in it. */
  readonly record: JsonObject;
  /** Pointers whose value differs from before. */
  readonly changed: readonly string[];
  readonly tags: readonly string[];
}
