import type { Policy } from '../../../author/definition/policy.ts';
import { checkExpression } from '../../../expression/check-expression.ts';
import type { Issue } from '../../../issue/issue.ts';
import type { Json } from '../../../issue/json.ts';
import { pointerOf } from '../../../issue/json-pointer.ts';

/** Every condition of a policy keeps to the operator profile. */
export function checkExpressions(policy: Policy): readonly Issue[] {
  return expressionsOf(policy).flatMap(([rule, pointer]) => checkExpression(rule, pointer));
}

function expressionsOf(policy: Policy): readonly (readonly [Json, string])[] {
  const found: (readonly [Json, string])[] = [];
  const add = (rule: Json | undefined, ...path: readonly string[]) => {
    if (rule !== undefined) found.push([rule, pointerOf(...path)]);
  };
  add(policy.appliesTo, 'appliesTo');
  for (const [id, requirement] of Object.entries(policy.requirements)) {
    add(requirement.when, 'requirements', id, 'when');
    if (requirement.match === 'expression') add(requirement.holds, 'requirements', id, 'holds');
  }
  for (const [id, { when, curve }] of Object.entries(policy.criteria)) {
    add(when, 'criteria', id, 'when');
    if (curve.kind === 'expression') add(curve.utility, 'criteria', id, 'curve', 'utility');
  }
  for (const [id, tier] of Object.entries(policy.tiers ?? {})) {
    if ('when' in tier) add(tier.when, 'tiers', id, 'when');
  }
  return found;
}
