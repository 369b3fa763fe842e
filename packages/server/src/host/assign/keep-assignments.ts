import type { Decision, Entry, MovedDecision } from '@paidan/engine';
import type { Transaction } from 'kysely';
import type { PgBoss } from 'pg-boss';
import { type Assignment, assignmentsOfWorkOrder, writeAssignments } from '../../store/assignments.ts';
import { sendRefresh } from '../../store/refresh-jobs.ts';
import type { Tables } from '../../store/tables.ts';
import { idlePools, writeWaitingRoutes } from '../../store/waiting-routes.ts';
import { touchWorkloads } from '../../store/workloads.ts';
import type { Version } from '../host.ts';
import { holdingsOf, waitingRoutesOf } from './holdings.ts';
import { type Movement, nextAssignments } from './next-assignments.ts';
import { assignStepsOf } from './policies.ts';

export interface Kept {
  readonly tenant: string;
  readonly version: Version;
  readonly decision: Decision;
  /** Who sent the event. */
  readonly actorId: string;
}

/**
 * Mirrors who holds a work order and where it waits, in the transaction of the decision. A place that becomes free has
 * its pool looked at now, not at the next instant of the grid (B13).
 */
export async function keepAssignments(
  transaction: Transaction<Tables>,
  boss: PgBoss,
  { tenant, version, decision, actorId }: Kept,
): Promise<void> {
  if (decision.kind === 'refused' || !touchesRouting(version, decision)) return;
  const { snapshot, entries } = decision;
  const which = { tenant, workOrderId: snapshot.workOrderId };
  const before = await assignmentsOfWorkOrder(transaction, which);
  const movement = movementIn(entries, actorId);
  const after = nextAssignments(before, {
    ...{ holdings: holdingsOf(version, snapshot), snapshot },
    ...(movement === undefined ? {} : { movement }),
  });
  const changed = after.filter((one) => !before.some((other) => isSame(one, other)));
  const dropped = before.filter((one) => !after.some(({ personId }) => personId === one.personId));
  await writeAssignments(transaction, tenant, { changed, dropped });
  await writeWaitingRoutes(transaction, which, waitingRoutesOf(version, snapshot));
  await touchWorkloads(
    transaction,
    tenant,
    [...changed, ...dropped].map(({ personId }) => personId),
  );
  const isFreed = dropped.length > 0 || changed.some(({ state }) => state === 'finished');
  if (!isFreed) return;
  const cause = `${snapshot.workOrderId}/${snapshot.seq}`;
  for (const pool of await idlePools(transaction, tenant)) {
    await sendRefresh(boss, { tenant, pool, cause }, transaction);
  }
}

const routingEntries: ReadonlySet<Entry['kind']> = new Set<Entry['kind']>([
  ...(['offer-made', 'offer-accepted', 'offer-declined', 'offer-expired', 'offer-withdrawn'] as const),
  ...(['offer-taken', 'assigned', 'released', 'overridden', 'escalated', 'route-waits'] as const),
  ...(['moved-in-field', 'appointment-set', 'suspended', 'resumed', 'ended'] as const),
]);

function touchesRouting(version: Version, { entries }: MovedDecision): boolean {
  const steps = assignStepsOf(version);
  if (steps.size === 0) return false;
  return entries.some((entry) =>
    entry.kind === 'step-entered' || entry.kind === 'step-left'
      ? steps.has(entry.step)
      : routingEntries.has(entry.kind),
  );
}

function movementIn(entries: readonly Entry[], personId: string): Movement | undefined {
  for (const entry of entries) if (entry.kind === 'moved-in-field') return { personId, what: entry.what };
  return undefined;
}

function isSame(one: Assignment, other: Assignment): boolean {
  return (
    one.personId === other.personId &&
    one.state === other.state &&
    one.plannedAt === other.plannedAt &&
    JSON.stringify(one.place) === JSON.stringify(other.place)
  );
}
