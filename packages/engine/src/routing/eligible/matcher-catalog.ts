import type { Requirement } from '../../author/definition/policy-requirements.ts';
import type { MeasureReader } from '../criteria/measures/measure.ts';
import type { PreparedWorkOrder } from '../facts/prepared-work-order.ts';
import type { Matcher } from './matcher.ts';
import { capacity } from './matchers/capacity.ts';
import { containsAll } from './matchers/contains-all.ts';
import { equals } from './matchers/equals.ts';
import { expressionMatcher } from './matchers/expression-matcher.ts';
import { levelAtLeast } from './matchers/level-at-least.ts';
import { notIn } from './matchers/not-in.ts';
import { onShift } from './matchers/on-shift.ts';
import { overlaps } from './matchers/overlaps.ts';
import { withinDistance } from './matchers/within-distance.ts';

/** What a requirement needs of the policy around it. */
export interface MatcherContext {
  readonly tag: (name: string) => MeasureReader;
  /** The level that the requirement on this tag demands of a work order. */
  readonly needed: (tag: string) => (workOrder: PreparedWorkOrder) => number;
  readonly levelBy: (tag: string) => readonly string[];
}

/** The matcher of each requirement of the format. */
export function matcherOf(requirement: Requirement, context: MatcherContext): Matcher {
  const { tag } = context;
  switch (requirement.match) {
    case 'equals':
      return equals(
        tag(requirement.of),
        requirement.needs === undefined ? requirement.value : tag(requirement.needs),
      );
    case 'not-in':
      return notIn(tag(requirement.of), requirement.list);
    case 'overlaps':
      return overlaps(tag(requirement.of), tag(requirement.needs));
    case 'contains-all':
      return containsAll(tag(requirement.of), tag(requirement.needs));
    case 'level-at-least': {
      const { of } = requirement;
      return levelAtLeast({ of: tag(of), levelBy: context.levelBy(of), needed: context.needed(of) });
    }
    case 'capacity':
      return capacity({ ...requirement, of: tag(requirement.of) });
    case 'on-shift':
      return onShift;
    case 'within-distance':
      return withinDistance(tag(requirement.of), requirement.atMostMetres);
    case 'expression':
      return expressionMatcher(requirement.holds);
  }
}
