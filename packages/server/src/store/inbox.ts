import type { Json } from '@paidan/engine/issue';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** What was answered to a command when it came first. */
export interface FormerAnswer {
  readonly fingerprint: string;
  readonly answer: Json;
  /** Absent when the command was refused. */
  readonly seq?: number;
}

export async function findFormerAnswer(
  kysely: Kysely<Tables>,
  { workOrderId, commandId }: { readonly workOrderId: string; readonly commandId: string },
): Promise<FormerAnswer | undefined> {
  const row = await kysely
    .selectFrom('inbox')
    .select(['fingerprint', 'answer', 'seq'])
    .where('work_order_id', '=', workOrderId)
    .where('command_id', '=', commandId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const seq = row.seq === null ? {} : { seq: row.seq };
  return { fingerprint: row.fingerprint, answer: JSON.parse(row.answer), ...seq };
}
