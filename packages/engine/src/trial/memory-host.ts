import type { CompiledWorkflow } from '../compile/compiled-workflow.ts';
import { systemActor } from '../decide/actor.ts';
import { decide } from '../decide/decide.ts';
import type { Decision } from '../decide/decision.ts';
import type { WorkOrderEvent } from '../decide/event.ts';
import { dueEvents, nextDueAt } from '../decide/next-due.ts';
import type { Snapshot } from '../decide/snapshot.ts';
import { type StartInput, startWorkOrder } from '../decide/start-work-order.ts';
import type { Effect } from '../effects/effect.ts';
import { type Issue, issue } from '../issue/issue.ts';
import type { RoutingRecord } from '../routing/offer/routing-record.ts';
import type { Instant } from '../time/instant.ts';
import { type Agenda, takeDue } from './agenda.ts';
import type { Frame, FrameEvent } from './frame.ts';
import type { Outside } from './outside.ts';
import type { Scenario } from './scenario.ts';
import type { World } from './world.ts';

export interface HeldWorkOrder {
  readonly compiled: CompiledWorkflow;
  snapshot: Snapshot;
}

/** The host of a trial: everything in memory, on a clock that only jumps. Mutable, and alive for one run. */
export interface MemoryHost {
  readonly scenario: Scenario;
  readonly world: World;
  readonly outside: Outside;
  readonly agenda: Agenda;
  readonly versions: ReadonlyMap<string, CompiledWorkflow>;
  readonly workOrders: Map<string, HeldWorkOrder>;
  readonly frames: Frame[];
  readonly routing: { [hash: string]: RoutingRecord };
  readonly issues: Issue[];
  readonly toPerform: { readonly workOrderId: string; readonly effect: Effect }[];
  /** Carries out one effect; handed in, so that hosts and effects stand in files of their own. */
  readonly perform: (host: MemoryHost, workOrderId: string, effect: Effect) => void;
  at: Instant;
  act: string | undefined;
}

/** More decisions than any honest story makes. */
const mostFrames = 5000;

export function startIn(host: MemoryHost, compiled: CompiledWorkflow, input: StartInput): Decision {
  const decision = startWorkOrder(compiled, input, host.at);
  const { id: by, name: byName } = input.actor;
  keep(host, { compiled, workOrderId: input.workOrderId, number: input.number }, decision, {
    kind: 'start',
    by,
    byName,
  });
  return decision;
}

export function tell(host: MemoryHost, workOrderId: string, event: WorkOrderEvent): Decision | undefined {
  const held = host.workOrders.get(workOrderId);
  if (held === undefined) return undefined;
  const { compiled, snapshot } = held;
  const decision = decide(compiled, snapshot, event, host.at);
  keep(host, { compiled, workOrderId, number: snapshot.number }, decision, event);
  return decision;
}

interface Where {
  readonly compiled: CompiledWorkflow;
  readonly workOrderId: string;
  readonly number: string;
}

function keep(host: MemoryHost, where: Where, decision: Decision, event: FrameEvent): void {
  const { compiled, workOrderId, number } = where;
  const before = host.workOrders.get(workOrderId);
  const isMoved = decision.kind === 'moved';
  const snapshot = isMoved ? decision.snapshot : before?.snapshot;
  const entries = isMoved ? decision.entries : [];
  const effects = isMoved ? decision.effects : [];
  host.frames.push({
    index: host.frames.length,
    at: host.at,
    workflow: compiled.id,
    workOrderId,
    number,
    ...(host.act === undefined ? {} : { act: host.act }),
    event,
    issues: isMoved ? [] : decision.issues,
    entries,
    effects,
    seq: snapshot?.seq ?? 0,
    configuration: snapshot?.configuration ?? '',
    pointers: entries.flatMap((entry) => ('pointer' in entry ? [entry.pointer] : [])),
  });
  if (!isMoved) return;
  host.workOrders.set(workOrderId, { compiled, snapshot: decision.snapshot });
  host.toPerform.push(...effects.map((effect) => ({ workOrderId, effect })));
  const ended = decision.snapshot.status === 'ended' && before?.snapshot.status !== 'ended';
  if (ended) tellParent(host, decision.snapshot);
}

function tellParent(host: MemoryHost, { origin, workOrderId, outcome, record }: Snapshot): void {
  if (origin?.kind !== 'child' || outcome === undefined) return;
  tell(host, origin.workOrderId, {
    kind: 'childEnded',
    child: workOrderId,
    outcome,
    record,
    actor: systemActor,
  });
}

/** Lets time run until an instant: whatever comes due on the way happens at its own instant. */
export function passTime(host: MemoryHost, until: Instant): void {
  const act = host.act;
  for (;;) {
    if (host.frames.length > mostFrames) {
      host.issues.push(issue('trial/endless', '', { frames: mostFrames }));
      return;
    }
    const next = host.toPerform.shift();
    if (next !== undefined) {
      host.act = undefined;
      host.perform(host, next.workOrderId, next.effect);
      continue;
    }
    const due = earliest(host);
    if (due === undefined || due > until) break;
    if (due > host.at) host.at = due;
    host.act = undefined;
    happen(host);
  }
  host.act = act;
  if (until > host.at) host.at = until;
}

function earliest({ agenda, workOrders }: MemoryHost): Instant | undefined {
  const timers = [...workOrders.values()].flatMap(({ snapshot }) => nextDueAt(snapshot) ?? []);
  const [appointment] = agenda.appointments;
  const all = appointment === undefined ? timers : [...timers, appointment.at];
  return all.toSorted()[0];
}

/** One thing that is due now: an answer before a timer, as it was under way earlier. */
function happen(host: MemoryHost): void {
  const run = takeDue(host.agenda, host.at);
  if (run !== undefined) {
    run();
    return;
  }
  for (const [workOrderId, { snapshot }] of host.workOrders) {
    const [event] = dueEvents(snapshot, host.at);
    if (event === undefined) continue;
    tell(host, workOrderId, { ...event, actor: systemActor });
    return;
  }
}
