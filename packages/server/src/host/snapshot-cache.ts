import type { LoadedWorkOrder } from '../store/commit-input.ts';

/**
 * The work orders this process decided on last. Never trusted: every commit compares seq and journal head,
 * so a stale
 * entry costs one lost race and is read again.
 */
export interface SnapshotCache {
  get(tenant: string, workOrderId: string): LoadedWorkOrder | undefined;
  put(workOrderId: string, loaded: LoadedWorkOrder): void;
  forget(workOrderId: string): void;
  /**
   * Runs after everything that was asked for this work order earlier, so that one process does not race
   * itself.
   */
  inTurn<Result>(workOrderId: string, work: () => Promise<Result>): Promise<Result>;
}

export function createSnapshotCache(most = 2000): SnapshotCache {
  const entries = new Map<string, LoadedWorkOrder>();
  const turns = new Map<string, Promise<unknown>>();
  return {
    get: (tenant, workOrderId) => {
      const found = entries.get(workOrderId);
      return found?.tenant === tenant ? found : undefined;
    },
    put: (workOrderId, loaded) => {
      entries.delete(workOrderId);
      entries.set(workOrderId, loaded);
      const [oldest] = entries.keys();
      if (entries.size > most && oldest !== undefined) entries.delete(oldest);
    },
    forget: (workOrderId) => {
      entries.delete(workOrderId);
    },
    inTurn: async (workOrderId, work) => {
      const before = turns.get(workOrderId) ?? Promise.resolve();
      const mine = before.then(work, work);
      turns.set(workOrderId, mine);
      try {
        return await mine;
      } finally {
        if (turns.get(workOrderId) === mine) turns.delete(workOrderId);
      }
    },
  };
}
