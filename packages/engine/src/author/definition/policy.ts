import Type from 'typebox';
import type { Json } from '../../issue/json.ts';
import { ExpressionShape } from './condition.ts';
import { CriterionShape } from './policy-criteria.ts';
import { LadderShape } from './policy-ladders.ts';
import { RequirementShape } from './policy-requirements.ts';
import { PolicyTagsShape } from './policy-tags.ts';
import { Id, mapOf, NAME_PATTERN, refersTo, type Shape, strictObject } from './shape.ts';
import { TextShape } from './text.ts';

const Points = Type.Integer({ minimum: 0 });
const Ms = Type.Integer({ minimum: 0 });
const TierName = Type.String({ pattern: NAME_PATTERN });

export const UrgencyShape = strictObject({
  by: Type.String({ pattern: '^workOrder\\.[a-z][A-Za-z0-9]*$' }),
  points: Type.Record(Type.String(), Points),
  pointsPerMinute: Points,
  atMostPoints: Points,
  dueWithinMs: Ms,
  dueSoonPoints: Points,
});

/** A work order is in a tier by a condition on it, or by having waited long enough. */
export const TierShape = strictObject({
  when: Type.Optional(ExpressionShape),
  afterMs: Type.Optional(Ms),
});
export type Tier = Shape<typeof TierShape>;

/** `order` lists the tiers, strictest first; every other key is one of them. */
export const TiersShape = Type.Unsafe<{
  readonly order: readonly string[];
  readonly [tier: string]: readonly string[] | Tier;
}>(
  Type.Object(
    { order: Type.Array(TierName) },
    { patternProperties: { '^(?!order$)[a-z][A-Za-z0-9]*$': TierShape }, additionalProperties: false },
  ),
);

const PreemptionShape = strictObject({
  tiers: Type.Array(TierName),
  states: Type.Array(Type.Union([Type.Literal('offered'), Type.Literal('accepted')])),
  timesPerWorkOrder: Type.Integer({ minimum: 0 }),
  displacedPoints: Points,
});

const GrowthShape = strictObject({
  sharePercent: Type.Integer({ minimum: 0, maximum: 100 }),
  levelsBelow: Type.Integer({ minimum: 1 }),
  mentor: Type.Boolean(),
  not: Type.Array(TierName),
});

const OverrideShape = strictObject({
  by: Type.Array(refersTo('role'), { minItems: 1 }),
  reasons: Type.Array(Id, { minItems: 1 }),
  secondApprover: strictObject({ role: refersTo('role') }),
  pinMs: Ms,
});

const LearningShape = strictObject({
  outcome: Type.Literal('first-fix'),
  minimum: Type.Integer({ minimum: 1 }),
  mostPointsMoved: Points,
  explore: strictObject({ withinPoints: Points }),
});

const CaseShape = strictObject({
  given: Type.Unsafe<Json>({ description: 'a recorded decision, or facts' }),
  expect: strictObject({
    first: Type.Optional(Type.String()),
    notEligible: Type.Optional(Type.Array(Type.String())),
  }),
});

/**
 * An assignment policy: requirements pass or fail, criteria grade those who pass, ladders say what happens while nobody
 * has taken the work order. Self-contained: a preset is copied, never inherited, so what is read is what runs.
 */
export const PolicyShape = strictObject({
  $schema: Type.Optional(Type.String()),
  format: Type.Literal(1),
  title: TextShape,
  copiedFrom: Type.Optional(Type.String()),
  pool: strictObject({ id: Id, role: refersTo('role') }),
  appliesTo: Type.Optional(ExpressionShape),
  tags: PolicyTagsShape,
  requirements: mapOf(RequirementShape, NAME_PATTERN),
  criteria: mapOf(CriterionShape, NAME_PATTERN),
  urgency: Type.Optional(UrgencyShape),
  tiers: Type.Optional(TiersShape),
  tick: strictObject({ everyMs: Type.Integer({ minimum: 1000 }) }),
  stability: Type.Optional(strictObject({ marginPoints: Points })),
  preemption: Type.Optional(PreemptionShape),
  growth: Type.Optional(GrowthShape),
  offers: strictObject({
    newPerTick: Type.Integer({ minimum: 1 }),
    declineReasons: Type.Array(Id, { minItems: 1 }),
  }),
  ladders: mapOf(LadderShape, `${NAME_PATTERN}|^\\*$`),
  override: Type.Optional(OverrideShape),
  learning: Type.Optional(LearningShape),
  cases: Type.Optional(mapOf(CaseShape)),
});
export type Policy = Shape<typeof PolicyShape>;
