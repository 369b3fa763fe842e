import { expect, test } from 'vitest';
import { compilePolicy } from '../criteria/compile-policy.ts';
import policyJson from '../criteria/fixtures/aftersales.policy.json' with { type: 'json' };
import worked from '../criteria/fixtures/worked-case.json' with { type: 'json' };
import type { AssigneeFacts } from '../facts/assignee-facts.ts';
import { acceptOffer } from './accept-offer.ts';
import type { OfferAnswer, OfferRound } from './offer-round.ts';

const compiled = compilePolicy(policyJson).value;
if (compiled === undefined) throw new Error('the fixture must compile');
const policy = compiled;
const people = worked.assignees as unknown as readonly AssigneeFacts[];
const leaseUntil = '2026-03-02T02:01:00.000Z';
const at = '2026-03-02T02:00:30.000Z';
const offer = (assigneeId: string) => ({ assigneeId, state: 'offered' as const, token: 7, leaseUntil });
const round: OfferRound = {
  workOrderId: 'WO-7',
  offers: { o1: offer('lin'), o2: offer('wu'), o3: offer('zhou') },
  policy,
  workOrder: worked.workOrder,
  assignees: people,
};
const accept: OfferAnswer = { kind: 'accept', offerId: 'o1', token: 7, assigneeId: 'lin' };
const decline: OfferAnswer = { ...accept, kind: 'decline', reason: 'too-far' };
const codes = (given: OfferRound, answer: OfferAnswer, instant = at) =>
  acceptOffer(given, answer, instant).issues.map(({ code }) => code);

test('[B14] takes the first acceptance, withdraws the siblings and answers every other with offer/taken', () => {
  const { next, issues } = acceptOffer(round, accept, at);
  expect(issues).toEqual([]);
  expect(next?.acceptedBy).toBe('lin');
  expect(next?.withdrawn).toEqual(['o2', 'o3']);
  const after = { ...round, offers: next?.offers ?? {} };
  expect(codes(after, { ...accept, offerId: 'o2', assigneeId: 'wu' })).toEqual(['offer/taken']);
});

test('holds 1 ms before the lease ends and not at its end', () => {
  expect(codes(round, accept, '2026-03-02T02:00:59.999Z')).toEqual([]);
  expect(codes(round, accept, leaseUntil)).toEqual(['offer/expired']);
});

test.each([
  [{ ...accept, token: 6 }, 'offer/superseded'],
  [{ ...accept, assigneeId: 'wu' }, 'offer/not-yours'],
  [{ ...accept, offerId: 'o9' }, 'offer/unknown'],
  [{ ...accept, offerId: '__proto__' }, 'offer/unknown'],
  [{ ...accept, kind: 'decline' as const }, 'offer/reason-required'],
  [{ ...decline, reason: 'no wish' }, 'offer/reason-required'],
])('refuses %j with %s and changes nothing', (answer, code) => {
  expect(codes(round, answer)).toEqual([code]);
  expect(acceptOffer(round, answer, at).next).toBeUndefined();
});

test('[S22] refuses an acceptance whose place or certificate is gone meanwhile', () => {
  const full = people.map((person) => ({
    ...person,
    assignments: ['a', 'b', 'c'].map((workOrderId) => ({ workOrderId, state: 'accepted' as const })),
  }));
  const { issues } = acceptOffer({ ...round, assignees: full }, accept, at);
  expect(issues.map(({ code, data }) => [code, data['broken']])).toEqual([
    ['offer/no-longer-fits', ['load']],
  ]);
});

test('is spent when all have declined, and not while one is silent', () => {
  const one = acceptOffer(round, decline, at).next;
  expect(one?.isSpent).toBe(false);
  expect(one?.offers['o1']).toMatchObject({ state: 'declined', reason: 'too-far', endedAt: at });
  const alone = { ...round, offers: { o1: offer('lin') } };
  expect(acceptOffer(alone, decline, at).next?.isSpent).toBe(true);
});

test('stamps the first look only', () => {
  const seen = acceptOffer(round, { ...accept, kind: 'seen' }, at).next;
  const again = acceptOffer(
    { ...round, offers: seen?.offers ?? {} },
    { ...accept, kind: 'seen' },
    '2026-03-02T02:00:45.000Z',
  );
  expect(again.next?.offers['o1']?.seenAt).toBe(at);
});
