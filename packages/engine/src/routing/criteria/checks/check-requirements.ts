import type { Policy } from '../../../author/definition/policy.ts';
import { type Issue, issue } from '../../../issue/issue.ts';
import { pointerOf } from '../../../issue/json-pointer.ts';

/** Availability is never forgotten, reach is bounded, places of a day have as many worths as the cap allows. */
export function checkRequirements(policy: Policy): readonly Issue[] {
  return [...checkAvailability(policy), ...checkReach(policy), ...checkSlots(policy)];
}

function checkAvailability({ requirements }: Policy): readonly Issue[] {
  const unconditional = Object.values(requirements).some(
    ({ match, when }) => match === 'on-shift' && when === undefined,
  );
  return unconditional ? [] : [issue('routing/availability-is-required', '/requirements')];
}

function checkReach({ requirements, tags }: Policy): readonly Issue[] {
  const found = Object.entries(requirements)
    .filter(([, { match }]) => match === 'expression')
    .map(([id]) => issue('routing/reach-is-bounded', pointerOf('requirements', id), { requirement: id }));
  const bounded = Object.values(requirements).some(({ match }) => match === 'within-distance');
  const placed = Object.keys(tags.place ?? {}).length > 0;
  return placed && !bounded
    ? [...found, issue('routing/reach-is-bounded', '/requirements', { requirement: 'within-distance' })]
    : found;
}

function checkSlots({ requirements, criteria }: Policy): readonly Issue[] {
  const cap = Object.values(requirements).find(({ match }) => match === 'capacity');
  if (cap?.match !== 'capacity') return [];
  return Object.entries(criteria).flatMap(([id, { of, curve }]) => {
    if (curve.kind !== 'load-slots' || of !== cap.of || curve.slots.length === cap.atMost) return [];
    const data = { slots: curve.slots.length, atMost: cap.atMost };
    return [issue('routing/slots-match-the-cap', pointerOf('criteria', id, 'curve', 'slots'), data)];
  });
}
