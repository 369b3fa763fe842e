import { hashOfJson } from '../../canonical/sha256.ts';
import type { Assigned } from '../../decide/actor.ts';
import type { RouteEvent } from '../../decide/event.ts';
import type { Json } from '../../issue/json.ts';
import { addMs, type Instant, instantMs } from '../../time/instant.ts';
import type { CompiledPolicy } from '../criteria/compiled-policy.ts';
import { ladderIdOf, ladderOf } from '../criteria/ladder.ts';
import { prepareWorkOrder } from '../facts/prepared-work-order.ts';
import { type Ranking, rankCandidates } from '../grade/rank-candidates.ts';
import { nextRung, type Pass, type RungStep } from './next-rung.ts';
import type { RoutingRecord } from './routing-record.ts';
import { freshPass, type Standing, standingPass } from './standing-pass.ts';

/** What one proposal is made from. */
export interface Proposing extends Standing {
  readonly policy: CompiledPolicy;
  readonly step: string;
  /** That of the `requestPlan` which is answered. */
  readonly token: number;
  /** The person as offers name them; absent, the id stands for the name. */
  readonly personOf: (assigneeId: string) => Assigned | undefined;
  /** Who holds a role now: the one a ladder escalates to. A rung whose role nobody holds is passed over. */
  readonly resolveRole: (role: string) => Assigned | undefined;
}

export type ProposedEvent = Extract<
  RouteEvent,
  { kind: 'offered' | 'assigned' | 'waiting' | 'escalated' | 'exhausted' }
>;

/** The event to send, absent while the present offers are still open, and what it was decided from. */
export interface Proposal {
  readonly event?: ProposedEvent;
  readonly record: RoutingRecord;
  /** SHA-256 of the record's canonical JSON; the event carries it as `decision`. */
  readonly hash: string;
}

/**
 * The answer to a `requestPlan`: whom to ask, assign or escalate to, or to wait, with the record that explains it.
 *
 * Pure, so the host and a trial decide alike. Ids of offers are `<workOrderId>/<step>/<token>/<assigneeId>`. A rung that
 * waits starts the ladder again for people nobody has asked yet, and so does a change of ladder for everybody else.
 */
export function propose(proposing: Proposing, at: Instant): Proposal {
  const { policy, step, token, workOrder, assignees, route } = proposing;
  const prepared = prepareWorkOrder(workOrder, policy.policy.tags.workOrder, at);
  const ladder = ladderIdOf(policy, prepared, instantMs(at));
  const holders: { [role: string]: Assigned | null } = {};
  const rung = climb(proposing, { ladder, holders }, at);
  const taken = rung.kind === 'exhausted' ? {} : { rung: rung.rung };
  const ranking = rankCandidates(policy, { ...workOrder, ...taken }, assignees, at);
  const record: RoutingRecord = {
    format: 1,
    step,
    token,
    at,
    policyHash: policy.hash,
    workOrder,
    assignees,
    route,
    holders,
    rung,
    ranking,
  };
  const hash = hashOfJson(plainJson(record));
  const event = eventOf(proposing, { rung, ladder, ranking, holders, decision: hash }, at);
  return { ...(event === undefined ? {} : { event }), record, hash };
}

interface Climbing {
  readonly ladder: string;
  readonly holders: { [role: string]: Assigned | null };
}

function climb(proposing: Proposing, { ladder, holders }: Climbing, at: Instant): RungStep {
  const { policy, route } = proposing;
  const { rungs } = ladderOf(policy, ladder);
  const isRaised = route.ladder !== undefined && route.ladder !== ladder;
  const standing = isRaised ? freshPass(proposing, at) : standingPass(proposing);
  const waits = standing.current !== undefined && 'wait' in (rungs[standing.current.rung] ?? {});
  if (waits) {
    const found = nextRung(policy, freshPass(proposing, at), at);
    if (found.kind === 'ask' || found.kind === 'assign') return found;
  }
  return pastEmptyRoles(proposing, { pass: standing, holders }, at);
}

/** Escalates to somebody: where nobody holds the role, the ladder goes on behind that rung. */
function pastEmptyRoles(
  proposing: Proposing,
  { pass, holders }: { readonly pass: Pass; readonly holders: { [role: string]: Assigned | null } },
  at: Instant,
): RungStep {
  const step = nextRung(proposing.policy, pass, at);
  if (step.kind !== 'escalate') return step;
  const holder = proposing.resolveRole(step.role);
  holders[step.role] = holder ?? null;
  if (holder !== undefined) return step;
  const beyond = { ...pass, current: { rung: step.rung, startedAt: at, asked: {} } };
  return pastEmptyRoles(proposing, { pass: beyond, holders }, at);
}

interface Decided extends Climbing {
  readonly rung: RungStep;
  readonly ranking: Ranking;
  readonly decision: string;
}

function eventOf(proposing: Proposing, decided: Decided, at: Instant): ProposedEvent | undefined {
  const { policy, step, token, personOf } = proposing;
  const { rung, ladder, holders, decision } = decided;
  switch (rung.kind) {
    case 'stay':
      return undefined;
    case 'ask':
      return offered(proposing, decided, rung);
    case 'assign': {
      const assignee = personOf(rung.assigneeId) ?? nameless(rung.assigneeId);
      return { kind: 'assigned', step, token, rung: rung.rung, assignee, decision };
    }
    case 'escalate': {
      const to = holders[rung.role] ?? nameless(rung.role);
      return { kind: 'escalated', step, token, rung: rung.rung, to, decision };
    }
    case 'wait':
      return {
        kind: 'waiting',
        step,
        token,
        ladder,
        rung: rung.rung,
        startedAt: startOfWait(proposing, rung.rung, at),
        again: rung.nextAlarmAt ?? addMs(at, policy.policy.tick.everyMs),
        ...alarmOf(proposing, rung),
        decision,
      };
    case 'exhausted':
      return { kind: 'exhausted', step, token, decision };
  }
}

function offered(
  { step, token, workOrder, personOf }: Proposing,
  { ladder, ranking, decision }: Decided,
  rung: Extract<RungStep, { kind: 'ask' }>,
): ProposedEvent {
  const offers = rung.people.map(({ assigneeId, leaseUntil }) => {
    const score = ranking.candidates.find((one) => one.assigneeId === assigneeId)?.score;
    const offer = {
      assignee: personOf(assigneeId) ?? nameless(assigneeId),
      ...(score === undefined ? {} : { score }),
      leaseUntil,
    };
    return [`${workOrder.id}/${step}/${token}/${assigneeId}`, offer] as const;
  });
  return {
    kind: 'offered',
    step,
    token,
    ladder,
    rung: rung.rung,
    startedAt: rung.startedAt,
    offers: Object.fromEntries(offers),
    leaseUntil: rung.until,
    ...(rung.tell === undefined ? {} : { tell: rung.tell }),
    decision,
  };
}

function startOfWait({ route }: Proposing, rung: string, at: Instant): Instant {
  return route.rung === rung ? (route.rungStartedAt ?? at) : at;
}

/** A wait that repeats its alarm looks again exactly then; one that does not sounds it once. */
function alarmOf({ route }: Proposing, rung: Extract<RungStep, { kind: 'wait' }>): { alarm?: string } {
  const sounds = rung.alarm !== undefined && (rung.nextAlarmAt !== undefined || route.rung !== rung.rung);
  return sounds ? { alarm: rung.alarm } : {};
}

function nameless(id: string): Assigned {
  return { id, name: id };
}

/** The record is JSON by its types, save that keys may be absent as `undefined`. */
function plainJson(record: RoutingRecord): Json {
  const json: Json = JSON.parse(JSON.stringify(record));
  return json;
}
