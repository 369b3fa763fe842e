import type { Ladder, Rung } from '../../author/definition/policy-ladders.ts';
import { instantMs, instantOf } from '../../time/instant.ts';
import type { CompiledPolicy } from '../criteria/compiled-policy.ts';
import { ladderIdOf, ladderOf, relaxationsOf } from '../criteria/ladder.ts';
import type { Eligibility } from '../eligible/eligible-candidates.ts';
import type { AssigneeFacts } from '../facts/assignee-facts.ts';
import { type PreparedWorkOrder, prepareWorkOrder } from '../facts/prepared-work-order.ts';
import { contains, spansOf } from '../facts/span.ts';
import type { WorkOrderFacts } from '../facts/work-order-facts.ts';
import { type Candidate, judgeAll } from '../grade/rank-candidates.ts';
import { leaseEndMs } from './lease.ts';
import type { OfferState } from './offer-round.ts';

/** One run up the ladder, from entering the step, or from the raise to a stricter tier. */
export interface Pass {
  readonly workOrder: WorkOrderFacts;
  readonly assignees: readonly AssigneeFacts[];
  readonly startedAt: string;
  /** Where it stands; absent before the first rung. */
  readonly current?: {
    readonly rung: string;
    readonly startedAt: string;
    /** Everybody this rung asked, and what became of it. */
    readonly asked: { readonly [assigneeId: string]: OfferState };
  };
  /** Everybody that earlier rungs asked: nobody is asked twice in one pass. */
  readonly askedBefore: readonly string[];
}

export interface AskedPerson {
  readonly assigneeId: string;
  readonly leaseUntil: string;
  readonly admitted: Eligibility['admitted'];
}

export interface SkippedRung {
  readonly rung: string;
  /** `nobody` lasts 0 ms; `passed` is a window that ended while nothing ran. */
  readonly why: 'nobody' | 'passed';
}

/** What to do now. Instants are absolute, so a host that comes late does what is due, not what was. */
export type RungStep = { readonly skipped: readonly SkippedRung[] } & (
  | { readonly kind: 'stay'; readonly rung: string; readonly until?: string }
  | {
      readonly kind: 'ask';
      readonly rung: string;
      readonly startedAt: string;
      readonly until: string;
      /** Best first. */
      readonly people: readonly AskedPerson[];
      readonly tell?: string;
    }
  | {
      readonly kind: 'assign';
      readonly rung: string;
      readonly assigneeId: string;
      readonly admitted: Eligibility['admitted'];
    }
  | { readonly kind: 'escalate'; readonly rung: string; readonly role: string }
  | { readonly kind: 'wait'; readonly rung: string; readonly alarm?: string; readonly nextAlarmAt?: string }
  | { readonly kind: 'exhausted' }
);

/**
 * Whom to ask, until when; or whom to assign, whom to escalate to, or to wait.
 *
 * The next rung begins when the window of the one before ended, or at once when all it asked have declined. Rungs
 * without candidates take no time. Roles are given as ids; the host finds the person.
 */
export function nextRung(policy: CompiledPolicy, pass: Pass, at: string): RungStep {
  const climb = startClimb(policy, pass, at);
  const stays = stayOn(climb, pass);
  if (stays !== undefined) return stays;
  const { order, rungs } = climb.ladder;
  const from = pass.current === undefined ? 0 : order.indexOf(pass.current.rung) + 1;
  for (const id of order.slice(from)) {
    const rung = rungs[id];
    const step = rung === undefined ? undefined : takeRung(climb, id, rung);
    if (step !== undefined) return step;
  }
  return { kind: 'exhausted', skipped: climb.skipped };
}

interface Climb {
  readonly policy: CompiledPolicy;
  readonly ladder: Ladder;
  readonly workOrder: PreparedWorkOrder;
  readonly assignees: readonly AssigneeFacts[];
  readonly atMs: number;
  readonly asked: Set<string>;
  readonly skipped: SkippedRung[];
  /** When the rung now looked at begins. */
  startMs: number;
}

function startClimb(policy: CompiledPolicy, pass: Pass, at: string): Climb {
  const atMs = instantMs(at);
  const workOrder = prepareWorkOrder(pass.workOrder, policy.policy.tags.workOrder, at);
  return {
    policy,
    ladder: ladderOf(policy, ladderIdOf(policy, workOrder, atMs)),
    workOrder,
    assignees: pass.assignees,
    atMs,
    asked: new Set([...pass.askedBefore, ...Object.keys(pass.current?.asked ?? {})]),
    skipped: [],
    startMs: instantMs(pass.current?.startedAt ?? pass.startedAt),
  };
}

/** The step that leaves everything as it is, or `undefined` after setting when the next rung begins. */
function stayOn(climb: Climb, { current }: Pass): RungStep | undefined {
  const rung = current === undefined ? undefined : climb.ladder.rungs[current.rung];
  if (current === undefined || rung === undefined) return undefined;
  if ('wait' in rung) return takeRung(climb, current.rung, rung);
  if (!('ask' in rung)) {
    climb.startMs = climb.atMs;
    return undefined;
  }
  const silent = Object.keys(current.asked).filter((id) => isSilent(current.asked[id]));
  const ends = silent.map((id) => leaseEnd(climb, rung, id));
  const endMs = Math.max(...ends);
  const isOpen = silent.some((id) => current.asked[id] === 'offered') && climb.atMs < endMs;
  if (isOpen) return { kind: 'stay', rung: current.rung, until: instantOf(endMs), skipped: [] };
  climb.startMs = silent.length === 0 ? climb.atMs : Math.min(climb.atMs, endMs);
  return undefined;
}

function isSilent(state: OfferState | undefined): boolean {
  return state === 'offered' || state === 'expired';
}

function takeRung(climb: Climb, id: string, rung: Rung): RungStep | undefined {
  if ('ask' in rung) return ask(climb, id, rung);
  if ('assign' in rung) return assign(climb, id, rung);
  const { skipped } = climb;
  if ('escalate' in rung) return { kind: 'escalate', rung: id, role: rung.escalate.role, skipped };
  const every = rung.repeatAlarmMs;
  const passed = every === undefined ? 0 : Math.floor((climb.atMs - climb.startMs) / every) + 1;
  return {
    kind: 'wait',
    rung: id,
    ...(rung.alarm === undefined ? {} : { alarm: rung.alarm.role }),
    ...(every === undefined ? {} : { nextAlarmAt: instantOf(climb.startMs + passed * every) }),
    skipped,
  };
}

function ask(climb: Climb, id: string, rung: Extract<Rung, { ask: number }>): RungStep | undefined {
  const chosen = candidatesOn(climb, rung)
    .filter(({ assigneeId }) => !climb.asked.has(assigneeId))
    .slice(0, rung.ask);
  const ends = chosen.map(({ assigneeId }) => leaseEnd(climb, rung, assigneeId));
  const endMs = Math.max(climb.startMs, ...ends);
  if (chosen.length === 0 || climb.atMs >= endMs) {
    climb.skipped.push({ rung: id, why: chosen.length === 0 ? 'nobody' : 'passed' });
    for (const { assigneeId } of chosen) climb.asked.add(assigneeId);
    climb.startMs = endMs;
    return undefined;
  }
  return {
    kind: 'ask',
    rung: id,
    startedAt: instantOf(climb.startMs),
    until: instantOf(endMs),
    people: chosen.map(({ assigneeId, admitted }, index) => ({
      assigneeId,
      leaseUntil: instantOf(ends[index] ?? endMs),
      admitted,
    })),
    ...(rung.tell === undefined ? {} : { tell: rung.tell.role }),
    skipped: climb.skipped,
  };
}

/** Nobody is asked here, so having been silent before is no bar; having declined is. */
function assign(climb: Climb, id: string, rung: Rung): RungStep | undefined {
  const onDuty = candidatesOn(climb, rung).find(({ assigneeId }) => {
    const facts = climb.assignees.find((person) => person.id === assigneeId);
    return facts !== undefined && spansOf(facts.onDuty).some((span) => contains(span, climb.atMs));
  });
  if (onDuty === undefined) {
    climb.skipped.push({ rung: id, why: 'nobody' });
    return undefined;
  }
  const { assigneeId, admitted } = onDuty;
  return { kind: 'assign', rung: id, assigneeId, admitted, skipped: climb.skipped };
}

function candidatesOn(climb: Climb, rung: Rung): readonly Candidate[] {
  const { policy, workOrder, assignees, atMs } = climb;
  return judgeAll({ policy, workOrder, assignees, atMs, relax: relaxationsOf(rung) }).candidates;
}

function leaseEnd(climb: Climb, rung: Extract<Rung, { ask: number }>, assigneeId: string): number {
  const facts = climb.assignees.find((person) => person.id === assigneeId);
  return leaseEndMs(rung, facts, climb.startMs);
}
