import type { JobPorts } from './job-ports.ts';
import { sendNextTurns } from './poll-listener.ts';
import { sendNextRefreshes } from './refresh-pool.ts';

const everyMs = 60_000;

/** Sends what comes at fixed instants, at the start and each minute, so that no crash ends a chain. Returns its end. */
export function keepTurns(ports: JobPorts, onError: (error: unknown) => void): () => void {
  const send = () => void sendTurns(ports).catch(onError);
  const timer = setInterval(send, everyMs);
  timer.unref();
  send();
  return () => clearInterval(timer);
}

/** The next look at every pool, and the next turn of every listener. */
export async function sendTurns(ports: JobPorts): Promise<void> {
  await sendNextRefreshes(ports);
  await sendNextTurns(ports);
}
