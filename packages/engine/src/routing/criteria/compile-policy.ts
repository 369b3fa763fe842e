import { checkShape } from '../../author/definition/check-shape.ts';
import { type Policy, PolicyShape } from '../../author/definition/policy.ts';
import { hashOfJson } from '../../canonical/sha256.ts';
import { compileExpression } from '../../expression/compile-expression.ts';
import { type Checked, checked, hasErrors } from '../../issue/issue.ts';
import type { Json } from '../../issue/json.ts';
import { matcherOf } from '../eligible/matcher-catalog.ts';
import { neededLevel } from '../eligible/matchers/level-at-least.ts';
import type { PreparedWorkOrder } from '../facts/prepared-work-order.ts';
import { checkCriteria } from './checks/check-criteria.ts';
import { checkExpressions } from './checks/check-expressions.ts';
import { checkLadders } from './checks/check-ladders.ts';
import { checkRequirements } from './checks/check-requirements.ts';
import { checkTags } from './checks/check-tags.ts';
import type { CompiledPolicy, CompiledTier, Condition } from './compiled-policy.ts';
import { curveReader } from './curves/curve-catalog.ts';
import { ladderPromises } from './ladder-promise.ts';
import { measuresOf, tagReader } from './tag-reader.ts';

/**
 * A policy ready to rank and plan, or everything that is wrong with it.
 *
 * Issues come in document order per check: `definition/schema` and `definition/unknown-key` for its shape, then
 * `expression/…` for its conditions and `routing/…` for what it says. Warnings leave a value. `value.promises` holds the
 * longest time each ladder can take; who is there to be asked is not looked at.
 *
 * @example compilePolicy(JSON.parse(text)).value?.promises['urgent']?.worstMs // 206500
 */
export function compilePolicy(json: unknown): Checked<CompiledPolicy> {
  const shape = checkShape(PolicyShape, json);
  if (hasErrors(shape)) return { issues: shape };
  const policy = json as Policy;
  const promises = ladderPromises(policy.ladders);
  const issues = [
    ...checkExpressions(policy),
    ...checkTags(policy),
    ...checkRequirements(policy),
    ...checkCriteria(policy),
    ...checkLadders(policy, promises),
  ];
  return hasErrors(issues) ? { issues } : checked(build(policy, promises), issues);
}

function build(policy: Policy, promises: CompiledPolicy['promises']): CompiledPolicy {
  const tag = (name: string) => tagReader(policy.tags, name);
  const needed = (name: string) => neededBy(policy, name);
  const levelBy = (name: string) => levelKeys(policy, name);
  const requirements = Object.entries(policy.requirements).map(([id, requirement]) => ({
    id,
    requirement,
    matcher: matcherOf(requirement, { tag, needed, levelBy }),
    applies: conditionOf(requirement.when),
  }));
  const criteria = Object.entries(policy.criteria).map(([id, criterion]) => ({
    id,
    criterion,
    weight: criterion.weight,
    missing: criterion.missing ?? 0,
    measure: tag(criterion.of),
    curve: curveReader(criterion.curve, needed(criterion.of)),
    applies: conditionOf(criterion.when),
  }));
  const reach = requirements.find(({ requirement }) => requirement.match === 'within-distance');
  return Object.freeze({
    policy,
    hash: hashOfJson(policy as Json),
    promises,
    requirements,
    criteria,
    appliesTo: conditionOf(policy.appliesTo),
    tiers: tiersOf(policy),
    ...(reach?.requirement.match === 'within-distance'
      ? { travel: { metres: tag(reach.requirement.of), applies: reach.applies } }
      : {}),
  });
}

function conditionOf(rule: Json | undefined): Condition {
  if (rule === undefined) return () => true;
  const holds = compileExpression(rule);
  return (workOrder) => holds(workOrder.expressionFacts) === true;
}

function tiersOf({ tiers }: Policy): readonly CompiledTier[] {
  return (tiers?.order ?? []).flatMap((id) => {
    const tier = tiers?.[id];
    if (tier === undefined || isOrder(tier)) return [];
    const { afterMs } = tier;
    if (tier.when === undefined && afterMs === undefined) return [];
    const condition = conditionOf(tier.when);
    const waited = (workOrder: PreparedWorkOrder, atMs: number) =>
      afterMs === undefined || atMs - workOrder.createdMs >= afterMs;
    return [{ id, holds: (workOrder, atMs) => waited(workOrder, atMs) && condition(workOrder) }];
  });
}

function isOrder(tier: NonNullable<Policy['tiers']>[string]): tier is readonly string[] {
  return Array.isArray(tier);
}

/** The level that the requirement on a tag demands; 0 where none does. */
function neededBy(policy: Policy, name: string): (workOrder: PreparedWorkOrder) => number {
  const found = Object.values(policy.requirements).find(
    (requirement) => requirement.match === 'level-at-least' && requirement.of === name,
  );
  if (found?.match !== 'level-at-least') return () => 0;
  const keys = found.by.map((key) => key.split('.')[1] ?? '');
  return (workOrder) =>
    neededLevel(
      found.needs,
      keys.map((key) => (workOrder.tags[key] === undefined ? undefined : String(workOrder.tags[key]))),
    );
}

function levelKeys(policy: Policy, name: string): readonly string[] {
  const [family = '', tag = ''] = name.split('.');
  const measure = measuresOf(policy.tags, family)[tag];
  return measure?.measure === 'levels' ? measure.by : [];
}
