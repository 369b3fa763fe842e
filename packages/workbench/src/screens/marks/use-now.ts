import { useSyncExternalStore } from 'react';
import { useClient } from '../../client/client-context.tsx';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

// One timer for the whole page, however many countdowns it shows, and none while nothing counts.
function everySecond(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const one of listeners) one();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Now, to the second. */
export function useNow(): number {
  const { origin } = useClient();
  return useSyncExternalStore(everySecond, () => Math.floor(origin.now() / 1000) * 1000);
}
