import type { LocalOperation, Outcome } from '@paidan/connectors';
import { isJsonObject, type Json, type JsonObject } from '@paidan/engine/issue';
import type { Kysely } from 'kysely';
import { customersByPhone } from '../../store/customers.ts';
import { confirmedAt } from '../../store/one-time-codes.ts';
import { similarWorkOrders } from '../../store/similar-work-orders.ts';
import { issuedParts } from '../../store/stock-issues.ts';
import type { Tables } from '../../store/tables.ts';

export interface Asker {
  readonly tenant: string;
  /** The work order in whose form the question is asked: it is no duplicate of itself. */
  readonly workOrderId?: string;
}

/** The operations of connection `paidan`: what this installation knows by itself. */
export function localOperations(
  kysely: Kysely<Tables>,
  { tenant, workOrderId }: Asker,
): { readonly [operation: string]: LocalOperation } {
  return {
    'paidan.customersByPhone': async ({ phone }) => ({
      customers: (await customersByPhone(kysely, { tenant, phone: textOf(phone) })).map(
        ({ id, name, place }): JsonObject => ({
          id,
          name,
          label: name,
          ...(place === undefined ? {} : { place }),
        }),
      ),
    }),
    'paidan.similarWorkOrders': (request) => similar(kysely, request, { tenant, workOrderId }),
    'paidan.confirmedCode': (request) => confirmed(kysely, request, { tenant, workOrderId }),
    'paidan.stockIssues': async () => ({
      items: workOrderId === undefined ? [] : await issuedParts(kysely, { tenant, workOrderId }),
    }),
  };
}

/** Whether the customer typed in a code that went to this number: nobody can claim it, only the server knows. */
async function confirmed(
  kysely: Kysely<Tables>,
  { sentTo }: JsonObject,
  { tenant, workOrderId }: { readonly tenant: string; readonly workOrderId: string | undefined },
): Promise<Json | Outcome> {
  const at =
    workOrderId === undefined
      ? undefined
      : await confirmedAt(kysely, { tenant, workOrderId, sentTo: textOf(sentTo) });
  return at === undefined ? { kind: 'succeeded', output: {}, absent: true } : { confirmedAt: at };
}

async function similar(
  kysely: Kysely<Tables>,
  request: JsonObject,
  asker: { readonly tenant: string; readonly workOrderId: string | undefined },
): Promise<Json> {
  const { sn, deviceType, faultTags, customerId, createdSince } = request;
  const found = await similarWorkOrders(kysely, {
    tenant: asker.tenant,
    customerId: textOf(customerId),
    createdSince: textOf(createdSince),
    sn: textOf(sn),
    deviceType: textOf(deviceType),
    faultTags: Array.isArray(faultTags) ? faultTags.filter((tag) => typeof tag === 'string') : [],
    ...(asker.workOrderId === undefined ? {} : { except: asker.workOrderId }),
  });
  return {
    total: found.length,
    open: found.filter((one) => one.status !== 'ended').length,
    items: found.slice(0, 5).map(({ id, number, status, createdAt }) => ({ id, number, status, createdAt })),
  };
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : isJsonObject(value) ? '' : String(value ?? '');
}
