import type { Policy } from '../../author/definition/policy.ts';
import type { Criterion } from '../../author/definition/policy-criteria.ts';
import type { Requirement } from '../../author/definition/policy-requirements.ts';
import type { Matcher } from '../eligible/matcher.ts';
import type { PreparedWorkOrder } from '../facts/prepared-work-order.ts';
import type { CurveReader } from './curves/curve.ts';
import type { MeasureReader } from './measures/measure.ts';

/** True, false, nothing else; reads the work order and the instant only, so it is asked once per work order. */
export type Condition = (workOrder: PreparedWorkOrder) => boolean;

export interface CompiledRequirement {
  readonly id: string;
  readonly requirement: Requirement;
  readonly matcher: Matcher;
  readonly applies: Condition;
}

export interface CompiledCriterion {
  readonly id: string;
  readonly criterion: Criterion;
  readonly weight: number;
  readonly missing: number;
  readonly measure: MeasureReader;
  readonly curve: CurveReader;
  readonly applies: Condition;
}

/** Tiers strictest first. */
export interface CompiledTier {
  readonly id: string;
  readonly holds: (workOrder: PreparedWorkOrder, atMs: number) => boolean;
}

/** The longest that a ladder can take to a person; `undefined` where a wait or working time has no bound. */
export interface LadderPromise {
  readonly worstMs?: number;
  readonly promiseMs?: number;
  /** What each rung contributes at worst, in ladder order; `null` without a bound. */
  readonly rungs: { readonly [rung: string]: number | null };
}

/** A policy ready to decide. Frozen, made by `compilePolicy` only, holds no state. */
export interface CompiledPolicy {
  readonly policy: Policy;
  /** Identity of the policy's canonical JSON. */
  readonly hash: string;
  /** Worst path of every ladder, by its key. */
  readonly promises: { readonly [ladder: string]: LadderPromise };
  readonly requirements: readonly CompiledRequirement[];
  readonly criteria: readonly CompiledCriterion[];
  readonly appliesTo: Condition;
  readonly tiers: readonly CompiledTier[];
  /** The way to the visit, where a within-distance requirement applies; travel is part of a person's time there. */
  readonly travel?: { readonly metres: MeasureReader; readonly applies: Condition };
}
