import type { JobPorts } from './job-ports.ts';
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

/** The next look at every pool. */
export async function sendTurns(ports: JobPorts): Promise<void> {
  await sendNextRefreshes(ports);
}
