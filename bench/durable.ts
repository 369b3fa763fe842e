import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDurableTrack } from '@paidan/server/proving';
import { type BenchLine, benchLine, compare, repeatInFlight } from './harness.ts';

/**
 * Decisions per second that survive a power loss, one call and one timer each, against the raw limit: one prepared
 * statement per transaction that writes identical rows into tables of the same shape on the same server.
 */
export async function* run(wanted: (name: string) => boolean): AsyncIterable<BenchLine> {
  for (const inFlight of [1, 32]) {
    if (wanted(`durable-${inFlight}`)) yield await measure(inFlight);
  }
}

async function measure(inFlight: number): Promise<BenchLine> {
  const dataDir = await mkdtemp(join(tmpdir(), 'paidan-bench-'));
  await chmod(dataDir, 0o755);
  const track = await openDurableTrack(dataDir);
  try {
    const ours = repeatInFlight(inFlight, track.ours.next);
    const rival = repeatInFlight(inFlight, track.raw.next);
    const comparison = await compare({ ours, rival, rounds: 5, turnMs: 1500 });
    // A speed counts only if every acknowledged decision stands in the database.
    await track.audit();
    return benchLine(`durable-${inFlight}`, comparison);
  } finally {
    await track.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}
