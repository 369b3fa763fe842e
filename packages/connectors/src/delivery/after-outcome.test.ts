import type { Delivery, Retry } from '@paidan/engine/definition';
import type { Outcome } from '@paidan/engine/mapping';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterOutcome } from './after-outcome.ts';
import type { Attempted, DeliveryState, Found, NextStep } from './delivery-state.ts';

const start = '2026-01-08T01:00:00.000Z';
const probe: Delivery = { mode: 'probe', ask: 'q', with: {}, settleMs: 5000, same: true };
const modes: readonly Delivery[] = [
  { mode: 'key', header: 'Idempotency-Key' },
  { mode: 'natural' },
  probe,
  { mode: 'once' },
  { mode: 'atLeast' },
];

const sent = (outcome: Outcome): Attempted => ({ kind: 'sent', outcome });
const asked = (found: Found): Attempted => ({ kind: 'asked', found });
const succeeded = sent({ kind: 'succeeded', output: {} });
const refused = sent({ kind: 'refused', code: '50001', message: '工单不存在' });
const lost = sent({ kind: 'unknown', reason: 'timed-out', sentAt: start });
const notSent = sent({ kind: 'tryLater', reason: 'not-sent', waitMs: 0 });
const throttled = sent({ kind: 'tryLater', reason: 'throttled', waitMs: 120_000 });
const same = asked({ kind: 'same', outcome: { kind: 'succeeded', output: { feeNo: 'F1' } } });
const absent = asked({ kind: 'absent' });
const unanswered = asked({ kind: 'unanswered' });

/** Follows the plan: every attempt happens when the step before it said, until a settlement, an incident or the last one. */
function follow(delivery: Delivery, attempts: readonly Attempted[], retry?: Retry) {
  const steps: { readonly next: NextStep; readonly at: string; readonly state: DeliveryState }[] = [];
  let state: DeliveryState | undefined;
  let at = start;
  for (const attempted of attempts) {
    const answer = afterOutcome({ effectId: 'w/1/0', delivery, retry, state, attempted, at });
    state = answer.state;
    steps.push({ ...answer, at });
    if (answer.next.kind === 'settle' || answer.next.kind === 'incident') break;
    at = answer.next.dueAt;
  }
  return steps;
}

/** What an obedient host can meet: questions are answered only where a question was due. */
function history(delivery: Delivery, picks: readonly number[]): readonly Attempted[] {
  const sends = [lost, notSent, throttled, sent({ kind: 'tryLater', reason: 'not-done', waitMs: 0 })];
  const answers = [absent, unanswered];
  const attempts: Attempted[] = [];
  for (const pick of picks) {
    const last = follow(delivery, attempts).at(-1)?.next;
    if (last?.kind === 'settle' || last?.kind === 'incident') break;
    const choices = last?.kind === 'ask' ? answers : sends;
    attempts.push(choices[pick % choices.length] ?? lost);
  }
  return attempts;
}

const anyMode = fc.constantFrom(...modes);
const picks = fc.array(fc.nat({ max: 11 }), { minLength: 1, maxLength: 25 });
const secondsFrom = (at: string) => (Date.parse(at) - Date.parse(start)) / 1000;

describe('after an attempt', () => {
  test.each(modes)('[S42] settles a success in mode $mode', (delivery) => {
    expect(follow(delivery, [succeeded]).at(-1)?.next).toEqual({ kind: 'settle', raise: 'succeeded' });
  });

  test.each(modes)('[R35] raises a refusal at once in mode $mode', (delivery) => {
    expect(follow(delivery, [refused]).at(-1)?.next).toEqual({ kind: 'settle', raise: 'refused' });
  });

  test('keeps the ladder of 10, 30 and 90 s, alarms, then goes on slowly', () => {
    const steps = follow({ mode: 'natural' }, Array(6).fill(lost));
    expect(steps.slice(0, 3).every(({ next }) => next.kind === 'resend' && next.raise === undefined)).toBe(
      true,
    );
    expect(steps[3]?.next).toMatchObject({ kind: 'resend', raise: 'failed' });
    expect(secondsFrom(steps[3]?.at ?? '')).toBeGreaterThan(104);
    expect(secondsFrom(steps[3]?.at ?? '')).toBeLessThan(156);
    expect(steps[4]?.next).not.toHaveProperty('raise');
  });

  test('[R35] asks in mode probe, and takes what it finds', () => {
    const steps = follow(probe, [lost, same]);
    expect(steps[0]?.next).toEqual({ kind: 'ask', dueAt: '2026-01-08T01:00:05.000Z' });
    expect(steps[1]?.next).toEqual({ kind: 'settle', raise: 'succeeded' });
  });

  test('sends again only after two "not there", settleMs apart', () => {
    const steps = follow(probe, [lost, absent, absent]);
    expect(steps.map(({ next }) => next.kind)).toEqual(['ask', 'ask', 'resend']);
    expect(Date.parse(steps[2]?.at ?? '') - Date.parse(steps[1]?.at ?? '')).toBe(5000);
  });

  test('overwrites nothing that differs', () => {
    const steps = follow(probe, [lost, asked({ kind: 'different' })]);
    expect(steps.at(-1)?.next).toEqual({ kind: 'incident', reason: 'differs', raise: 'refused' });
  });

  test('raises unknown when the question stays unanswered, and still hears a late answer', () => {
    const steps = follow(probe, [lost, unanswered, unanswered, unanswered, same]);
    expect(steps[3]?.next).toMatchObject({ kind: 'ask', raise: 'unknown' });
    expect(steps[4]?.next).toEqual({ kind: 'settle', raise: 'succeeded' });
  });

  test('hands an unknown outcome of mode once to a person, without a resend', () => {
    const [step] = follow({ mode: 'once' }, [lost]);
    expect(step?.next).toEqual({ kind: 'incident', reason: 'unknown', raise: 'unknown' });
  });

  test('hands a second rejected credential to a person', () => {
    const [step] = follow({ mode: 'natural' }, [sent({ kind: 'tryLater', reason: 'credential', waitMs: 0 })]);
    expect(step?.next).toMatchObject({ kind: 'incident', reason: 'credential', raise: 'failed' });
  });

  test('waits as long as Retry-After says and uses no attempt', () => {
    const [step] = follow({ mode: 'once' }, [throttled]);
    expect(step?.next).toEqual({ kind: 'wait', dueAt: '2026-01-08T01:02:00.000Z' });
    expect(step?.state.used).toBe(0);
  });

  test('uses no attempt while nothing can be sent for a day, alarms after two minutes', () => {
    const steps = follow({ mode: 'once' }, [...Array(15).fill(notSent), succeeded]);
    const alarm = steps.find(({ next }) => 'raise' in next);
    expect(secondsFrom(alarm?.at ?? '')).toBeLessThan(156);
    expect(steps.every(({ state }) => state.used === 0)).toBe(true);
    expect(secondsFrom(steps.at(-1)?.at ?? '')).toBeGreaterThan(86_400);
    expect(steps.at(-1)?.next).toEqual({ kind: 'settle', raise: 'succeeded' });
  });

  test('ends as a dead letter after 72 h', () => {
    const steps = follow({ mode: 'natural' }, Array(200).fill(lost));
    expect(steps.at(-1)?.next).toEqual({ kind: 'incident', reason: 'dead-letter' });
    expect(secondsFrom(steps.at(-1)?.at ?? '')).toBeGreaterThanOrEqual(259_200);
    expect(secondsFrom(steps.at(-1)?.at ?? '')).toBeLessThan(259_200 + 26_000);
  });

  test('raises failed at once and keeps asking where the limit is 0', () => {
    const retry = { limit: 0, slow: { firstDelayMs: 60_000, longestDelayMs: 3_600_000, forMs: 259_200_000 } };
    const [first, second] = follow({ mode: 'natural' }, [lost, succeeded], retry);
    expect(first?.next).toMatchObject({ kind: 'resend', raise: 'failed' });
    expect(second?.next).toEqual({ kind: 'settle', raise: 'succeeded' });
  });
});

describe('whatever happens', () => {
  test('the next attempt lies ahead and the same history gives the same steps', () => {
    fc.assert(
      fc.property(anyMode, picks, (delivery, choices) => {
        const attempts = history(delivery, choices);
        const steps = follow(delivery, attempts);
        expect(follow(delivery, attempts)).toEqual(steps);
        for (const { next, at } of steps) if ('dueAt' in next) expect(next.dueAt >= at).toBe(true);
      }),
    );
  });

  test('the flow hears no outcome twice', () => {
    fc.assert(
      fc.property(anyMode, picks, (delivery, choices) => {
        const steps = follow(delivery, history(delivery, choices));
        const raised = steps.flatMap(({ next }) => ('raise' in next ? [next.raise] : []));
        expect(raised).toEqual([...new Set(raised)]);
      }),
    );
  });

  test('[B33] a call of unknown fate is repeated only where its mode allows it', () => {
    fc.assert(
      fc.property(anyMode, picks, (delivery, choices) => {
        const attempts = history(delivery, choices);
        follow(delivery, attempts).forEach(({ next }, nth) => {
          if (next.kind !== 'wait' && next.kind !== 'resend') return;
          const sinceLost = attempts.slice(attempts.slice(0, nth + 1).lastIndexOf(lost) + 1, nth + 1);
          if (delivery.mode === 'once') expect(attempts.slice(0, nth + 1)).not.toContain(lost);
          if (delivery.mode === 'probe' && attempts.slice(0, nth + 1).includes(lost))
            expect(sinceLost.filter((attempted) => attempted === absent).length).toBeGreaterThanOrEqual(2);
        });
      }),
    );
  });
});
