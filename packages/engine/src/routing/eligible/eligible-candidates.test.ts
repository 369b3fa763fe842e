import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compilePolicy } from '../criteria/compile-policy.ts';
import policyJson from '../criteria/fixtures/aftersales.policy.json' with { type: 'json' };
import worked from '../criteria/fixtures/worked-case.json' with { type: 'json' };
import { relaxationsOf, rungOf } from '../criteria/ladder.ts';
import type { AssigneeFacts } from '../facts/assignee-facts.ts';
import { prepareAssignee } from '../facts/prepared-assignee.ts';
import { prepareWorkOrder } from '../facts/prepared-work-order.ts';
import { checkEligibility, isEligible, makePair } from './eligible-candidates.ts';

const compiled = compilePolicy(policyJson).value;
if (compiled === undefined) throw new Error('the fixture must compile');
const policy = compiled;
const people = worked.assignees as unknown as readonly AssigneeFacts[];
const atMs = Date.parse(worked.at);

const person = fc.record({
  like: fc.constantFrom(...people),
  level: fc.integer({ min: 0, max: 5 }),
  paused: fc.boolean(),
  degreesNorth: fc.double({ min: 0, max: 1.5, noNaN: true }),
  load: fc.integer({ min: 0, max: 4 }),
  brand: fc.constantFrom('hikvision', 'dahua'),
});

test('[B07] gives the plan and the ranking one answer: the short evaluation agrees with the full one', () => {
  fc.assert(
    fc.property(person, fc.constantFrom('best', 'farther', 'junior'), (some, rung) => {
      const { like, level, paused, degreesNorth, load, brand } = some;
      const facts: AssigneeFacts = {
        ...like,
        paused,
        levels: { [`nvr/${brand}`]: level },
        position: { latitude: 22.54 + degreesNorth, longitude: 114.06, at: '2026-03-02T01:59:20Z' },
        assignments: Array.from({ length: load }, (_, index) => ({
          workOrderId: `${index}`,
          state: 'accepted' as const,
        })),
      };
      const given = { ...worked.workOrder, rung, record: { ...worked.workOrder.record, brand } };
      const workOrder = prepareWorkOrder(given, policy.policy.tags.workOrder, worked.at);
      const relax = relaxationsOf(rungOf(policy, workOrder, atMs).rung);
      const pair = makePair(policy, workOrder, prepareAssignee(facts, atMs, new Set()), atMs);
      const { failed, admitted } = checkEligibility(policy, pair, relax);
      const full =
        Object.keys(failed).length > 0 ? 'no' : Object.keys(admitted).length > 0 ? 'admitted' : 'yes';
      expect(isEligible(policy, pair, relax)).toBe(full);
    }),
    { numRuns: 500 },
  );
});
