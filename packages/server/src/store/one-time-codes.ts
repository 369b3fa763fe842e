import type { Instant } from '@paidan/engine/time';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

interface OfWorkOrder {
  readonly tenant: string;
  readonly workOrderId: string;
}

export interface SentCode extends OfWorkOrder {
  readonly commandId: string;
  readonly sentTo: string;
  readonly codeHash: string;
  readonly sentAt: Instant;
  readonly expiresAt: Instant;
}

/** Keeps a code that is about to be sent; the same command keeps it once. */
export async function keepCode(kysely: Kysely<Tables>, code: SentCode): Promise<void> {
  await kysely
    .insertInto('one_time_codes')
    .values({
      ...{ tenant: code.tenant, work_order_id: code.workOrderId, command_id: code.commandId },
      ...{ sent_to: code.sentTo, code_hash: code.codeHash, sent_at: code.sentAt },
      ...{ expires_at: code.expiresAt, tries: 0, confirmed_at: null },
    })
    .onConflict((conflict) => conflict.columns(['work_order_id', 'command_id']).doNothing())
    .execute();
}

/** How many other codes went to a number since an instant. */
export async function codesSince(
  kysely: Kysely<Tables>,
  asked: {
    readonly tenant: string;
    readonly sentTo: string;
    readonly since: Instant;
    readonly except: string;
  },
): Promise<number> {
  const { count } = await kysely
    .selectFrom('one_time_codes')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('tenant', '=', asked.tenant)
    .where('sent_to', '=', asked.sentTo)
    .where('sent_at', '>', asked.since)
    .where('command_id', '!=', asked.except)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/**
 * Confirms the newest code of a work order when it is the one typed in and is not over. Each try counts, right or wrong,
 * and counts before it is judged; after the last one only a fresh code helps.
 */
export async function confirmCode(
  kysely: Kysely<Tables>,
  typed: OfWorkOrder & { readonly codeHash: string; readonly at: Instant; readonly mostTries: number },
): Promise<boolean> {
  const { tenant, workOrderId, codeHash, at, mostTries } = typed;
  const newest = kysely
    .selectFrom('one_time_codes')
    .select('command_id')
    .where('tenant', '=', tenant)
    .where('work_order_id', '=', workOrderId)
    .orderBy('sent_at', 'desc')
    .limit(1);
  const tried = await kysely
    .updateTable('one_time_codes')
    .set(({ eb }) => ({ tries: eb('tries', '+', 1) }))
    .where('work_order_id', '=', workOrderId)
    .where('command_id', '=', newest)
    .where('expires_at', '>', at)
    .where('tries', '<', mostTries)
    .returning(['command_id', 'code_hash'])
    .executeTakeFirst();
  if (tried?.code_hash !== codeHash) return false;
  await kysely
    .updateTable('one_time_codes')
    .set({ confirmed_at: at })
    .where('work_order_id', '=', workOrderId)
    .where('command_id', '=', tried.command_id)
    .execute();
  return true;
}

/** When a code that went to this number was typed in for a work order, if it was. */
export async function confirmedAt(
  kysely: Kysely<Tables>,
  { tenant, workOrderId, sentTo }: OfWorkOrder & { readonly sentTo: string },
): Promise<Instant | undefined> {
  const row = await kysely
    .selectFrom('one_time_codes')
    .select('confirmed_at')
    .where('tenant', '=', tenant)
    .where('work_order_id', '=', workOrderId)
    .where('sent_to', '=', sentTo)
    .where('confirmed_at', 'is not', null)
    .orderBy('confirmed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.confirmed_at ?? undefined;
}
