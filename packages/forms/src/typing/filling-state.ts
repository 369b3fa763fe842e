import type { LookupAnswer } from '@paidan/engine';
import type { Issue, JsonObject } from '@paidan/engine/issue';
import type { Evaluation } from '../evaluate/evaluation.ts';

/** What a person has done with a form so far: enough to go on with it elsewhere. */
export interface FormDraft {
  /** Below the form's `writes`, as it was typed. */
  readonly typed: JsonObject;
  /** Record pointers of proposals the person has replaced. */
  readonly edited: readonly string[];
  /** Ids of checks and lookups the person has confirmed. */
  readonly acknowledged: readonly string[];
  readonly lookups: { readonly [lookup: string]: LookupAnswer };
}

/** The part of a submit event that comes from the form. */
export interface FormAnswer {
  readonly hash: string;
  /** Below the form's `writes`. */
  readonly values: JsonObject;
  readonly edited: readonly string[];
  readonly acknowledged: readonly string[];
}

export interface FillingState extends FormDraft {
  readonly evaluation: Evaluation;
  /** Verdict on the present answers, whether or not it is shown yet. */
  readonly issues: readonly Issue[];
  /** Issues the receiver found after sending; the next change drops them. */
  readonly refused: readonly Issue[];
  /** Record pointers the person has been at; their issues may show. */
  readonly touched: readonly string[];
  /** Whether somebody has tried to send: from then on every issue shows. */
  readonly isTried: boolean;
  /** Lookups under way. */
  readonly asking: readonly string[];
  /** Lookups only the server runs for this person: nothing to show. */
  readonly left: readonly string[];
  /** Popups by section: open, or folded to a line. */
  readonly popups: { readonly [section: string]: 'open' | 'folded' };
  readonly isComposing: boolean;
  readonly isSending: boolean;
  /** Keys of rows by container pointer, stable while rows move; never part of the answers. */
  readonly rowKeys: { readonly [pointer: string]: readonly string[] };
}
