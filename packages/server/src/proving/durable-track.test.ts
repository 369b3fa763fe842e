import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDurableTrack } from './durable-track.ts';

test('both streams write every row they acknowledge', { timeout: 60_000 }, async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'paidan-track-'));
  await chmod(dataDir, 0o755);
  const track = await openDurableTrack(dataDir);
  try {
    for (const stream of [track.ours, track.raw]) {
      await Promise.all(Array.from({ length: 40 }, stream.next));
      expect(stream.acknowledged()).toBe(1040);
    }
    await track.audit();
  } finally {
    await track.close();
    await rm(dataDir, { recursive: true, force: true });
  }
});
