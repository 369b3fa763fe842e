import { CompiledQuery, type Transaction } from 'kysely';
import type { PgBoss } from 'pg-boss';
import type { CommitInput, CommitOutcome } from './commit-input.ts';
import { commitJobs } from './commit-jobs.ts';
import {
  closedTasks,
  effectChanges,
  effectRows,
  loadedAfter,
  type MovedRow,
  movedRow,
  taskRows,
} from './commit-rows.ts';
import { type CommitRows, commitParameters, commitText } from './commit-statement.ts';
import type { Tables } from './tables.ts';

/**
 * Writes a batch of decisions inside the caller's transaction: state, journal, inbox, effects, tasks and
 * jobs. At most
 * one decision per work order. Returns one outcome per decision, in their order; a loser has written nothing.
 */
export async function commitBatch(
  transaction: Transaction<Tables>,
  boss: PgBoss,
  inputs: readonly CommitInput[],
): Promise<readonly CommitOutcome[]> {
  const { rows, movedById } = collectRows(inputs);
  const query = CompiledQuery.raw(commitText, [...commitParameters(rows)]);
  const answer = await transaction.executeQuery<{ readonly id: string }>(query);
  const taken = new Set(answer.rows.map((row) => row.id));
  const winners = inputs.filter((input) => taken.has(input.workOrderId));
  await commitJobs(transaction, boss, winners);
  for (const { alongside, decision } of winners) await alongside?.(transaction, decision);
  return inputs.map((input) =>
    taken.has(input.workOrderId) ? committed(movedById.get(input.workOrderId)) : lost,
  );
}

const lost: CommitOutcome = { kind: 'lost' };

function committed(moved: MovedRow | undefined): CommitOutcome {
  return moved === undefined ? { kind: 'committed' } : { kind: 'committed', after: loadedAfter(moved) };
}

function collectRows(inputs: readonly CommitInput[]) {
  const movedById = new Map<string, MovedRow>();
  const refused: CommitInput[] = [];
  const lists: { -readonly [Name in keyof CommitRows]: CommitRows[Name][number][] } = {
    moved: [],
    refused,
    effects: [],
    effectChanges: [],
    tasks: [],
    closedTasks: [],
  };
  for (const input of inputs) {
    if (input.decision.kind === 'refused') {
      refused.push(input);
      continue;
    }
    const row = movedRow(input, input.decision);
    movedById.set(input.workOrderId, row);
    lists.moved.push(row);
    lists.effects.push(...effectRows(input, input.decision));
    lists.effectChanges.push(...effectChanges(input));
    lists.tasks.push(...taskRows(input, row.snapshot));
    lists.closedTasks.push(...closedTasks(input, row.snapshot));
  }
  const rows: CommitRows = lists;
  return { rows, movedById };
}
