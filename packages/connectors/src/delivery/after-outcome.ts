import type { Delivery, Retry } from '@paidan/engine/definition';
import type { Outcome } from '@paidan/engine/mapping';
import type { Attempted, DeliveryState, Found, NextStep } from './delivery-state.ts';
import { type RetryPlan, retryPlan } from './retry-plan.ts';

/**
 * The next step after one attempt, and the state to keep for the step after that. Pure and total: the same attempts give
 * the same steps. Nothing is sent again unless it did nothing, its mode allows a repeat, or the other side has said twice,
 * `settleMs` apart, that nothing is there. The same outcome is never raised to the flow twice.
 *
 * @param input `state` is what the last call returned, absent after the first attempt; `at` is the attempt's end (ISO)
 */
export function afterOutcome(input: {
  readonly effectId: string;
  readonly delivery: Delivery;
  readonly retry?: Retry | undefined;
  readonly state?: DeliveryState | undefined;
  readonly attempted: Attempted;
  readonly at: string;
}): { readonly next: NextStep; readonly state: DeliveryState } {
  const before = input.state ?? { firstAt: input.at, used: 0, tries: 0, doubtful: false };
  const situation = { ...input, before, plan: retryPlan(input.effectId, input.retry) };
  return input.attempted.kind === 'sent'
    ? afterSending(situation, input.attempted.outcome)
    : afterAsking(situation, input.attempted.found);
}

interface Situation {
  readonly delivery: Delivery;
  readonly before: DeliveryState;
  readonly plan: RetryPlan;
  readonly at: string;
}

type Answer = { readonly next: NextStep; readonly state: DeliveryState };

function afterSending(situation: Situation, outcome: Outcome): Answer {
  const { before } = situation;
  switch (outcome.kind) {
    case 'succeeded':
    case 'refused':
      return { next: { kind: 'settle', raise: outcome.kind }, state: before };
    case 'tryLater':
      if (outcome.reason === 'credential') return incident(situation, 'credential', 'failed');
      return again(situation, {
        counts: outcome.reason === 'not-done',
        leastMs: outcome.waitMs,
        kind: 'wait',
      });
    case 'unknown':
      return afterDoubt(situation);
  }
}

function afterDoubt(situation: Situation): Answer {
  const { delivery, before } = situation;
  if (delivery.mode === 'once') return incident(situation, 'unknown', 'unknown');
  if (delivery.mode !== 'probe') return again(situation, { counts: true, leastMs: 0, kind: 'resend' });
  const state = withoutAbsence({ ...before, used: before.used + 1, doubtful: true });
  return { next: { kind: 'ask', dueAt: later(situation.at, delivery.settleMs) }, state };
}

function afterAsking(situation: Situation, found: Found): Answer {
  const { before, delivery, at } = situation;
  switch (found.kind) {
    case 'same':
      return { next: { kind: 'settle', raise: 'succeeded' }, state: before };
    case 'different':
      return incident(situation, 'differs', 'refused');
    case 'unanswered':
      return again(situation, { counts: true, leastMs: 0, kind: 'ask' });
    case 'absent': {
      const settleMs = delivery.mode === 'probe' ? delivery.settleMs : 0;
      const since = before.absentSince;
      if (since !== undefined && Date.parse(at) - Date.parse(since) >= settleMs)
        return resendAbsent({ ...situation, before: withoutAbsence({ ...before, doubtful: false }) });
      const state = { ...before, absentSince: since ?? at };
      return { next: { kind: 'ask', dueAt: later(since ?? at, settleMs) }, state };
    }
  }
}

/** The attempt was counted when its outcome stayed unknown; what is left is to keep its place on the ladder. */
function resendAbsent(situation: Situation): Answer {
  return again(situation, { counts: false, leastMs: 0, kind: 'resend' });
}

interface Again {
  readonly counts: boolean;
  readonly leastMs: number;
  readonly kind: 'wait' | 'resend' | 'ask';
}

function again(situation: Situation, { counts, leastMs, kind }: Again): Answer {
  const { before, plan, at } = situation;
  const state = { ...before, used: before.used + (counts ? 1 : 0), tries: before.tries + 1 };
  const quick = plan.quickMs[Math.min(state.tries, plan.quickMs.length) - 1];
  const waited = Date.parse(at) - Date.parse(before.firstAt);
  const spent = state.used > plan.quickMs.length || waited >= plan.alarmAfterMs || quick === undefined;
  if (before.raised !== undefined || spent) return slowly(situation, { leastMs, kind, state });
  return { next: { kind, dueAt: later(at, Math.max(quick, leastMs)) }, state };
}

function slowly(
  situation: Situation,
  { leastMs, kind, state }: { leastMs: number; kind: Again['kind']; state: DeliveryState },
): Answer {
  const { before, plan, at } = situation;
  const raise = before.raised === undefined ? raisedBy(state) : undefined;
  const nth = before.raised === undefined ? 0 : state.tries;
  const waitMs = plan.slowMs(nth);
  const over = Date.parse(at) - Date.parse(before.firstAt) >= plan.endsAfterMs;
  if (waitMs === undefined || (over && raise === undefined))
    return incident(situation, state.doubtful ? 'unknown' : 'dead-letter', raisedBy(state));
  const next = {
    kind,
    dueAt: later(at, Math.max(waitMs, leastMs)),
    ...(raise === undefined ? {} : { raise }),
  };
  return { next, state: { ...state, tries: nth, raised: raise ?? before.raised ?? raisedBy(state) } };
}

function raisedBy(state: DeliveryState): 'failed' | 'unknown' {
  return state.doubtful ? 'unknown' : 'failed';
}

function incident(
  { before }: Situation,
  reason: Extract<NextStep, { kind: 'incident' }>['reason'],
  raise: 'refused' | 'failed' | 'unknown',
): Answer {
  const next: NextStep = { kind: 'incident', reason, ...(before.raised === raise ? {} : { raise }) };
  return { next, state: { ...before, raised: raise } };
}

function withoutAbsence({ absentSince: _, ...state }: DeliveryState): DeliveryState {
  return state;
}

function later(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString();
}
