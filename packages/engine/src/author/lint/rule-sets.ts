import type { LintRule } from './rule.ts';
import { holidaysEnd } from './rules/calendar/holidays-end.ts';
import { breachWithoutConsequence } from './rules/clock/breach-without-consequence.ts';
import { neverStarts } from './rules/clock/never-starts.ts';
import { neverStops } from './rules/clock/never-stops.ts';
import { rungOrder } from './rules/clock/rung-order.ts';
import { missingTranslation } from './rules/definition/missing-translation.ts';
import { placeholderDiffers } from './rules/definition/placeholder-differs.ts';
import { secretInText } from './rules/definition/secret-in-text.ts';
import { onceWithRetry } from './rules/delivery/once-with-retry.ts';
import { outcomeUnheard } from './rules/delivery/outcome-unheard.ts';
import { postAtLeastOnce } from './rules/delivery/post-at-least-once.ts';
import { hiddenButRequired } from './rules/form/hidden-but-required.ts';
import { automaticLoop } from './rules/lint/automatic-loop.ts';
import { branchesShareField } from './rules/lint/branches-share-field.ts';
import { complexity } from './rules/lint/complexity.ts';
import { deadEndStep } from './rules/lint/dead-end-step.ts';
import { eventNobodyHears } from './rules/lint/event-nobody-hears.ts';
import { eventNobodySends } from './rules/lint/event-nobody-sends.ts';
import { noWayToEnd } from './rules/lint/no-way-to-end.ts';
import { shadowedTransition } from './rules/lint/shadowed-transition.ts';
import { unreachableStep } from './rules/lint/unreachable-step.ts';
import { gap } from './rules/logic/gap.ts';
import { cannotSeeWhatDecides } from './rules/people/cannot-see-what-decides.ts';
import { nobodyMay } from './rules/people/nobody-may.ts';
import { looseComparison } from './rules/type/loose-comparison.ts';
import { maybeMissing } from './rules/type/maybe-missing.ts';

/** The rules every workflow is held to. */
export const recommended: readonly LintRule[] = [
  secretInText,
  missingTranslation,
  placeholderDiffers,
  unreachableStep,
  noWayToEnd,
  deadEndStep,
  automaticLoop,
  shadowedTransition,
  eventNobodySends,
  eventNobodyHears,
  branchesShareField,
  complexity,
  looseComparison,
  maybeMissing,
  gap,
  hiddenButRequired,
  nobodyMay,
  cannotSeeWhatDecides,
  neverStarts,
  neverStops,
  rungOrder,
  breachWithoutConsequence,
  holidaysEnd,
  onceWithRetry,
  postAtLeastOnce,
  outcomeUnheard,
];
