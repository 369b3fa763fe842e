import type { Snapshot } from '@paidan/engine';
import { isJsonObject, type JsonObject } from '@paidan/engine/issue';
import type { Transaction } from 'kysely';
import type { PgBoss } from 'pg-boss';
import { addCustomers, customersByPhone } from '../store/customers.ts';
import { derivedId } from '../store/derived-id.ts';
import { inTransaction } from '../store/queue.ts';
import type { Tables } from '../store/tables.ts';

/** What a worker finds when a child has ended and its parent is to hear of it. */
export interface ChildEndedJob {
  readonly kind: 'child-ended';
  readonly tenant: string;
  readonly parentId: string;
  readonly childId: string;
  readonly outcome: 'done' | 'failed' | 'cancelled';
  readonly record: JsonObject;
}

/** A number nobody has makes a customer, with the report that brought it. */
export async function keepCustomer(
  transaction: Transaction<Tables>,
  tenant: string,
  record: JsonObject,
): Promise<void> {
  const { phone, customerName, place } = record;
  if (typeof phone !== 'string' || typeof customerName !== 'string') return;
  if ((await customersByPhone(transaction, { tenant, phone })).length > 0) return;
  const id = derivedId('customer', tenant, phone);
  const known = { tenant, id, name: customerName, phones: [phone] };
  await addCustomers(transaction, [isJsonObject(place) ? { ...known, place } : known]);
}

/** Sends the news of a child's end with the decision that ended it, so that no crash can part them. */
export async function tellParent(
  transaction: Transaction<Tables>,
  boss: PgBoss,
  ended: { readonly tenant: string; readonly snapshot: Snapshot },
): Promise<void> {
  const { tenant, snapshot } = ended;
  const { origin, outcome, workOrderId, record } = snapshot;
  if (snapshot.status !== 'ended' || origin?.kind !== 'child' || outcome === undefined) return;
  const data: ChildEndedJob = {
    ...{ kind: 'child-ended', tenant, parentId: origin.workOrderId, childId: workOrderId },
    ...{ outcome, record },
  };
  const job = { id: derivedId('child-ended', workOrderId), data };
  await boss.insert('effects', [job], inTransaction(transaction));
}
