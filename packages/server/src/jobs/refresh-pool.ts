import type { Instant } from '@paidan/engine/time';
import { poolsOf } from '../host/assign/policies.ts';
import { forgetFinished } from '../store/assignments.ts';
import type { FinishedJob } from '../store/commit-input.ts';
import { recordRefresh } from '../store/pool-refreshes.ts';
import { nextSlot, type RefreshJob, refreshEveryMs, sendRefresh } from '../store/refresh-jobs.ts';
import { publishedVersions } from '../store/versions.ts';
import type { JobPorts } from './job-ports.ts';
import { planPool } from './plan-pool.ts';

/** Finished work older than this counts on nobody's day. */
const rememberedMs = 72 * 3_600_000;

/**
 * Everything that waits for a pool planned together: at each instant of the grid, and as soon as a place becomes free.
 * A run on the grid sends the next one before anything else; instants that went by while nothing ran are counted.
 */
export async function refreshPool(ports: JobPorts, data: RefreshJob, job: FinishedJob): Promise<void> {
  const { tenant, pool, slotAt } = data;
  const { host, boss, kysely } = ports;
  const startedAt = host.now();
  if (slotAt !== undefined)
    await sendRefresh(boss, { tenant, pool, slotAt: nextSlot(later(slotAt, startedAt)) });
  await planPool(ports, { tenant, pool });
  if (slotAt !== undefined) {
    const tookMs = Date.parse(host.now()) - Date.parse(startedAt);
    const lateMs = Date.parse(host.now()) - Date.parse(slotAt);
    const missed = Math.max(0, Math.floor(lateMs / refreshEveryMs));
    await recordRefresh(kysely, { tenant, pool }, { slotAt, refreshedAt: startedAt, tookMs, missed });
    const before = new Date(Date.parse(startedAt) - rememberedMs).toISOString();
    await forgetFinished(kysely, { tenant, before });
  }
  await boss.complete(job.queue, job.id);
}

/** Sends the next look at every pool of the versions in force; those that are there stay one job. */
export async function sendNextRefreshes({ host, boss, kysely }: JobPorts): Promise<void> {
  const slotAt = nextSlot(host.now());
  for (const { tenant, hash } of await publishedVersions(kysely)) {
    const version = await host.versionByHash(tenant, hash);
    for (const pool of version === undefined ? [] : poolsOf(version)) {
      await sendRefresh(boss, { tenant, pool, slotAt });
    }
  }
}

function later(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}
