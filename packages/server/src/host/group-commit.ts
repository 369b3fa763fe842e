import type { Kysely } from 'kysely';
import type { PgBoss } from 'pg-boss';
import { commitBatch } from '../store/commit.ts';
import type { CommitInput, CommitOutcome } from '../store/commit-input.ts';
import type { Tables } from '../store/tables.ts';
import { inOneTransaction } from '../store/transaction.ts';

/** Gathers decisions into transactions. */
export interface GroupCommit {
  /** Resolves after COMMIT; rejects when this decision alone cannot be written. */
  submit(input: CommitInput): Promise<CommitOutcome>;
  /** Decisions waiting for a transaction, for backpressure. */
  waiting(): number;
  /** Resolves when everything submitted is answered. */
  drained(): Promise<void>;
}

export interface GroupCommitOptions {
  readonly kysely: Kysely<Tables>;
  readonly boss: PgBoss;
  /** Most decisions of one transaction; 200 when absent. */
  readonly batchSize?: number;
  /**
   * Transactions under way at once; 2 when absent, so that one is prepared while the other is written to
   * disk.
   */
  readonly lanes?: number;
}

interface Waiting {
  readonly input: CommitInput;
  readonly resolve: (outcome: CommitOutcome) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * What arrives while a commit is under way goes together into the next one; a lone decision does not wait.
 * A batch
 * that fails is written one by one, so that a poisoned decision fails alone.
 */
export function createGroupCommit(options: GroupCommitOptions): GroupCommit {
  const { kysely, boss, batchSize = 200, lanes = 2 } = options;
  let queue: Waiting[] = [];
  const running = new Set<Promise<void>>();

  const write = (inputs: readonly CommitInput[]) =>
    inOneTransaction(kysely, (transaction) => commitBatch(transaction, boss, inputs));

  const pump = () => {
    while (queue.length > 0 && running.size < lanes) {
      const { batch, rest } = nextBatch(queue, batchSize);
      queue = rest;
      const run = settle(batch, write).finally(() => {
        running.delete(run);
        pump();
      });
      running.add(run);
    }
  };

  return {
    waiting: () => queue.length,
    submit: (input) =>
      new Promise((resolve, reject) => {
        queue.push({ input, resolve, reject });
        pump();
      }),
    drained: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

type Write = (inputs: readonly CommitInput[]) => Promise<readonly CommitOutcome[]>;

async function settle(batch: readonly Waiting[], write: Write): Promise<void> {
  try {
    const outcomes = await write(batch.map((waiting) => waiting.input));
    batch.forEach((waiting, index) => {
      waiting.resolve(outcomes[index] ?? { kind: 'lost' });
    });
  } catch (error) {
    const [only] = batch;
    if (batch.length === 1 && only !== undefined) return only.reject(error);
    for (const waiting of batch) await settle([waiting], write);
  }
}

// In order of work orders, so that two processes lock the same rows in the same order; one decision of each,
// since the
// second one was made on a state that the first replaces.
function nextBatch(queue: readonly Waiting[], size: number): { batch: Waiting[]; rest: Waiting[] } {
  const batch = new Map<string, Waiting>();
  const rest: Waiting[] = [];
  for (const waiting of queue) {
    const { workOrderId } = waiting.input;
    if (batch.size < size && !batch.has(workOrderId)) batch.set(workOrderId, waiting);
    else rest.push(waiting);
  }
  const ordered = [...batch.values()].sort(byWorkOrder);
  return { batch: ordered, rest };
}

function byWorkOrder(left: Waiting, right: Waiting): number {
  return left.input.workOrderId < right.input.workOrderId ? -1 : 1;
}
