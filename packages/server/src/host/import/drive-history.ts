import {
  type Actor,
  type CompiledWorkflow,
  decide,
  dueEvents,
  nextDueAt,
  type Snapshot,
  startWorkOrder,
  systemActor,
  type TimeEvent,
} from '@paidan/engine';
import type { Issue } from '@paidan/engine/issue';
import type { Instant } from '@paidan/engine/time';
import type { CommitInput } from '../../store/commit-input.ts';
import { derivedId } from '../../store/derived-id.ts';
import { decided } from '../answer.ts';
import type { EventWithoutEnvelope, Version } from '../host.ts';
import type { History } from './tell-history.ts';

export interface DrivePorts {
  readonly tenant: string;
  readonly version: Version;
  /** When the rows were brought in; kept beside the instants of the decisions. */
  readonly receivedAt: Instant;
  /** Whether what the rows recorded is sent, or only their start. */
  readonly replay: boolean;
  /** Where the log ends; what falls due later is no longer its matter. */
  readonly logEnd: Instant;
}

export interface DrivenRefusal {
  readonly event: string;
  readonly issues: readonly Issue[];
}

/** One work order brought to the present, decided on a virtual clock. */
export interface DrivenHistory {
  readonly workOrderId: string;
  readonly history: History;
  /** In their order; the start comes first, refused ones are among them. */
  readonly decisions: readonly CommitInput[];
  readonly refusals: readonly DrivenRefusal[];
  /** How many of the decisions the log itself saw. */
  readonly inLog: number;
}

// A timer that repeats every minute since years ago would never let the import end; the wake loop goes on from there.
const mostTimersPerGap = 10_000;

/** The id of the work order an outside number becomes, so that a second import finds it. */
export function importedWorkOrderId(tenant: string, workflowId: string, key: string): string {
  return derivedId('imported', tenant, workflowId, key);
}

/**
 * Decides a history from its start to the present: every event at its row's instant, everything due on the way at its
 * own. Pure but for its arguments; the same history gives the same bytes.
 */
export function driveHistory(ports: DrivePorts, history: History): DrivenHistory {
  const { tenant, version, receivedAt, logEnd } = ports;
  const workOrderId = importedWorkOrderId(tenant, version.workflowId, history.key);
  const drive = openDrive(ports, workOrderId);
  begin(drive, history);
  if (ports.replay) for (const happening of history.happenings) tell(drive, happening);
  if (ports.replay) passTime(drive, logEnd);
  const inLog = drive.decisions.length;
  if (history.isClosed) {
    passTime(drive, history.lastAt);
    take(drive, closing(history.lastAt));
  }
  passTime(drive, receivedAt);
  return { workOrderId, history, decisions: drive.decisions, refusals: drive.refusals, inLog };
}

interface Drive {
  readonly ports: DrivePorts;
  readonly compiled: CompiledWorkflow;
  readonly workOrderId: string;
  readonly sender: Actor;
  readonly decisions: CommitInput[];
  readonly refusals: DrivenRefusal[];
  snapshot: Snapshot | undefined;
}

function openDrive(ports: DrivePorts, workOrderId: string): Drive {
  const { compiled } = ports.version;
  const sender = { id: 'import', name: 'import', roles: Object.keys(compiled.workflow.roles ?? {}) };
  return { ports, compiled, workOrderId, sender, decisions: [], refusals: [], snapshot: undefined };
}

function begin(drive: Drive, { key, createdAt, record }: History): void {
  const { workOrderId, sender: actor, compiled } = drive;
  const input = { workOrderId, number: numberOf(compiled.id, key), record };
  const decision = startWorkOrder(compiled, { ...input, actor }, createdAt);
  keep(drive, { commandId: 'import/start', event: { kind: 'start', input, actor }, at: createdAt, decision });
}

// People go on calling it by the number they know; only our own pattern is kept free for numbers still to come.
function numberOf(workflowId: string, key: string): string {
  return /^WO-\d+$/.test(key) ? `${workflowId}/${key}` : key;
}

function tell(drive: Drive, { name, commandId, at, event, issues }: History['happenings'][number]): void {
  if (event === undefined) drive.refusals.push({ event: name, issues });
  else {
    passTime(drive, at);
    take(drive, { name, commandId, at, event, actor: drive.sender });
  }
}

/** Everything due up to and at an instant happens, the earliest first. */
function passTime(drive: Drive, until: Instant): void {
  for (let count = 0; count < mostTimersPerGap; count += 1) {
    const at = drive.snapshot && nextDueAt(drive.snapshot);
    if (drive.snapshot === undefined || at === undefined || at > until) return;
    const [event] = dueEvents(drive.snapshot, at);
    if (event === undefined || !take(drive, due(event, at))) return;
  }
}

function due(event: TimeEvent, at: Instant): Sent {
  const what = event.kind === 'timerDue' ? event.timer : `clock/${event.clock}/${event.rung}`;
  return { name: event.kind, commandId: `${what}:${event.token}`, at, event, actor: systemActor };
}

/** A row the old system had closed: it arrives as history. */
function closing(at: Instant): Sent {
  const event = { kind: 'cancelByParent', reason: '历史' } as const;
  return { name: event.kind, commandId: 'import/closed', at, event, actor: systemActor };
}

interface Sent {
  readonly name: string;
  readonly commandId: string;
  readonly at: Instant;
  readonly event: EventWithoutEnvelope;
  readonly actor: Actor;
}

/** Whether it moved. One clock of the log ran backwards: a decision never comes before the one it stands on. */
function take(drive: Drive, { name, commandId, at: wanted, event: sent, actor }: Sent): boolean {
  const before = drive.snapshot;
  if (before === undefined) return false;
  const at = wanted < before.at ? before.at : wanted;
  const event = { ...sent, actor, commandId };
  const decision = decide(drive.compiled, before, event, at);
  if (decision.kind === 'refused') drive.refusals.push({ event: name, issues: decision.issues });
  keep(drive, { commandId, event, at, decision });
  return decision.kind === 'moved';
}

type Kept = Pick<CommitInput, 'commandId' | 'event' | 'at' | 'decision'>;

function keep(drive: Drive, { commandId, event, at, decision }: Kept): void {
  const { tenant, receivedAt, version } = drive.ports;
  const { workOrderId } = drive;
  const envelope = { tenant, workOrderId, commandId, fingerprint: commandId, receivedAt, event };
  drive.decisions.push({ ...envelope, ...decided(version, decision, at) });
  if (decision.kind === 'moved') drive.snapshot = decision.snapshot;
}
