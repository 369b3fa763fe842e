import type { Policy } from '../../author/definition/policy.ts';
import type { Ladder, Rung } from '../../author/definition/policy-ladders.ts';
import type { LadderPromise } from './compiled-policy.ts';

/** What the host may take at most for each of its own steps; a P0 beyond one of them is an incident. */
export const hostBudgets = {
  eventToPlanMs: 2000,
  planMs: 1000,
  commitMs: 500,
  timerLateMs: 1000,
  noticeMs: 15_000,
} as const;

/** The worst path of every ladder: the sum of its rungs, with everything around them as slow as the host may be. */
export function ladderPromises(ladders: Policy['ladders']): { readonly [ladder: string]: LadderPromise } {
  return Object.fromEntries(Object.entries(ladders).map(([id, ladder]) => [id, promiseOf(ladder)]));
}

function promiseOf(ladder: Ladder): LadderPromise {
  const rungs: { [rung: string]: number | null } = {};
  let total: number | null = hostBudgets.eventToPlanMs;
  for (const id of ladder.order) {
    const rung = ladder.rungs[id];
    const worst = rung === undefined ? 0 : worstOf(rung);
    rungs[id] = worst;
    total = total === null || worst === null ? null : total + worst;
  }
  return {
    ...(total === null ? {} : { worstMs: total }),
    ...(ladder.promiseMs === undefined ? {} : { promiseMs: ladder.promiseMs }),
    rungs,
  };
}

/** Working time may begin tomorrow, and a wait never ends: neither has a bound. */
function worstOf(rung: Rung): number | null {
  const { planMs, commitMs, timerLateMs, noticeMs } = hostBudgets;
  if ('wait' in rung) return null;
  if ('escalate' in rung) return commitMs + noticeMs;
  if ('assign' in rung) return planMs + commitMs;
  return rung.windowCounts === 'working-time' ? null : planMs + commitMs + rung.windowMs + timerLateMs;
}
