import type { Listener } from '@paidan/engine/definition';

/**
 * What to do with an event once its work orders were looked up: `send` to all of them, `hold` until one is there, `ignore`,
 * or open an `issue` for a person. Left out, none holds and several are an issue.
 */
export function matchWorkOrder(listener: Listener, found: number): 'send' | 'hold' | 'ignore' | 'issue' {
  if (found === 0) return listener.none ?? 'hold';
  if (found === 1 || listener.several === 'all') return 'send';
  return 'issue';
}
