import type { Relaxation } from '../../author/definition/policy-ladders.ts';
import type { JsonObject } from '../../issue/json.ts';
import type { MessagePattern } from '../../issue/message-table.ts';
import type { Pair } from '../facts/pair.ts';

/** Why a requirement does not hold, with what was needed and what was there. `unknown` is not `no`, and never passes. */
export interface Failure {
  readonly kind: 'failed';
  readonly reason: 'no' | 'unknown' | 'no-mentor';
  readonly values: JsonObject;
}

/** Passed only because a rung widened the requirement; names the mentor who stands by, where one must. */
export interface Admission {
  readonly kind: 'admitted';
  readonly values: JsonObject;
  readonly mentor?: string;
}

/** `undefined`: passes on its own. */
export type Verdict = Failure | Admission | undefined;

/** One requirement with its settings read. */
export interface Matcher {
  /** @param relax how far the rung the work order stands on widens it. */
  readonly test: (pair: Pair, relax: Relaxation | undefined) => Verdict;
  /** A no without its reasons, where finding them costs more than finding that. */
  readonly fails?: (pair: Pair) => boolean;
  /** The sentence of a failure; `{name}` stands for a value of it. */
  readonly sentence: MessagePattern;
}

export function failed(values: JsonObject, reason: Failure['reason'] = 'no'): Failure {
  return { kind: 'failed', reason, values };
}

/** Relaxed to `{}`, a requirement is lifted. */
export function isLifted(relax: Relaxation | undefined): boolean {
  return relax !== undefined && Object.keys(relax).length === 0;
}
