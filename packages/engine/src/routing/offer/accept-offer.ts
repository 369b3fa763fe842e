import { type Issue, issue } from '../../issue/issue.ts';
import { instantMs } from '../../time/instant.ts';
import { relaxationsOf, rungOf } from '../criteria/ladder.ts';
import { prepareWorkOrder } from '../facts/prepared-work-order.ts';
import { judgeAll } from '../grade/rank-candidates.ts';
import type { AnsweredRound, Offer, OfferAnswer, OfferRound } from './offer-round.ts';

/**
 * What an answer makes of a round, or why it changes nothing.
 *
 * The first acceptance wins and the other offers are withdrawn. `at` is when the server received the answer: an offer
 * is live while `at < leaseUntil`, however early somebody pressed. `next` is absent exactly when there is an issue:
 * `offer/unknown`, `offer/not-yours`, `offer/superseded`, `offer/taken`, `offer/withdrawn`, `offer/expired`,
 * `offer/reason-required`, `offer/no-longer-fits`.
 */
export function acceptOffer(
  round: OfferRound,
  answer: OfferAnswer,
  at: string,
): { readonly next?: AnsweredRound; readonly issues: readonly Issue[] } {
  const offer = Object.hasOwn(round.offers, answer.offerId) ? round.offers[answer.offerId] : undefined;
  if (offer === undefined) return refused(issue('offer/unknown', '/offerId', { offer: answer.offerId }));
  const fault = whyStale(round, offer, answer, at) ?? whyUnfit(round, answer, at);
  if (fault !== undefined) return refused(fault);
  const offers = { ...round.offers, [answer.offerId]: answered(offer, answer, at) };
  const next = answer.kind === 'accept' ? settle(offers, answer, at) : unsettled(offers);
  return { next, issues: [] };
}

function refused(found: Issue): { readonly issues: readonly Issue[] } {
  return { issues: [found] };
}

function whyStale(round: OfferRound, offer: Offer, answer: OfferAnswer, at: string): Issue | undefined {
  const data = { offer: answer.offerId, token: answer.token, current: offer.token };
  if (offer.assigneeId !== answer.assigneeId) return issue('offer/not-yours', '/assigneeId', data);
  if (offer.token !== answer.token) return issue('offer/superseded', '/token', data);
  const taken = Object.values(round.offers).some(
    (other) => other.state === 'accepted' && other.assigneeId !== answer.assigneeId,
  );
  if (taken || offer.state === 'taken') return issue('offer/taken', '/offerId', data);
  if (offer.state === 'withdrawn' || offer.state === 'declined' || offer.state === 'accepted') {
    return issue('offer/withdrawn', '/offerId', data);
  }
  const isOver = offer.state === 'expired' || instantMs(at) >= instantMs(offer.leaseUntil);
  return isOver ? issue('offer/expired', '/offerId', { ...data, leaseUntil: offer.leaseUntil }) : undefined;
}

function whyUnfit(round: OfferRound, answer: OfferAnswer, at: string): Issue | undefined {
  const { policy } = round;
  if (answer.kind === 'decline') {
    const expected = policy.policy.offers.declineReasons;
    const known = answer.reason !== undefined && expected.includes(answer.reason);
    return known ? undefined : issue('offer/reason-required', '/reason', { expected: [...expected] });
  }
  if (answer.kind === 'seen') return undefined;
  const atMs = instantMs(at);
  const workOrder = prepareWorkOrder(round.workOrder, policy.policy.tags.workOrder, at);
  const assignees = round.assignees.filter(({ id }) => id === answer.assigneeId);
  const relax = relaxationsOf(rungOf(policy, workOrder, atMs).rung);
  const { candidates, notEligible } = judgeAll({ policy, workOrder, assignees, atMs, relax });
  if (candidates.length > 0) return undefined;
  const broken = Object.keys(notEligible[0]?.failed ?? { 'pool.role': true });
  return issue('offer/no-longer-fits', '/assigneeId', { assignee: answer.assigneeId, broken });
}

function answered(offer: Offer, { kind, reason }: OfferAnswer, at: string): Offer {
  if (kind === 'seen') return { ...offer, seenAt: offer.seenAt ?? at };
  if (kind === 'accept') return { ...offer, state: 'accepted', endedAt: at };
  return { ...offer, state: 'declined', endedAt: at, ...(reason === undefined ? {} : { reason }) };
}

function settle(
  offers: { readonly [offerId: string]: Offer },
  answer: OfferAnswer,
  at: string,
): AnsweredRound {
  const withdrawn = Object.keys(offers).filter((id) => offers[id]?.state === 'offered');
  const settled = Object.fromEntries(
    Object.entries(offers).map(([id, offer]): [string, Offer] => [
      id,
      offer.state === 'offered' ? { ...offer, state: 'taken', endedAt: at } : offer,
    ]),
  );
  return { offers: settled, acceptedBy: answer.assigneeId, withdrawn, isSpent: false };
}

function unsettled(offers: { readonly [offerId: string]: Offer }): AnsweredRound {
  const isSpent = Object.values(offers).every(({ state }) => state !== 'offered' && state !== 'accepted');
  return { offers, withdrawn: [], isSpent };
}
