import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * For virtual clocks only. The queue waits by the database's clock; on a clock that is set by hand a job is ready when
 * that clock has reached its instant, so it is brought forward then.
 */
export async function releaseJobs(kysely: Kysely<Tables>, at: string): Promise<void> {
  await sql`UPDATE paidan_jobs.job SET start_after = now()
    WHERE state < 'active' AND start_after <= ${at}::timestamptz AND start_after > now()`.execute(kysely);
}

/** The earliest instant a waiting job names, among those after the database's present. */
export async function nextJobAt(kysely: Kysely<Tables>): Promise<string | undefined> {
  const { rows } = await sql<{ at: string | Date | null }>`SELECT min(start_after) AS at FROM paidan_jobs.job
    WHERE state < 'active' AND start_after > now() AND name IN ('effects', 'effects-in-order', 'plans', 'listen')`.execute(
    kysely,
  );
  const at = rows[0]?.at;
  return at === null || at === undefined ? undefined : new Date(at).toISOString();
}
