import { isJsonObject, type Json, type JsonObject } from '../issue/json.ts';
import type { MemoryHost } from './memory-host.ts';

type Question = { readonly params: JsonObject; readonly workOrderId: string | undefined };

/** What an installation answers by itself, from the scenario's customers and from the work orders of the trial. */
export const ownLookups: {
  readonly [operation: string]: (host: MemoryHost, question: Question) => Json;
} = {
  'paidan.customersByPhone': ({ scenario }, { params }) => ({
    customers: Object.entries(scenario.customers ?? {}).flatMap(([id, { phone, name, place }]) =>
      phone === params['phone'] ? [{ id, name, label: name, ...(place === undefined ? {} : { place }) }] : [],
    ),
  }),
  'paidan.similarWorkOrders': ({ scenario }, { params }) => {
    const found = Object.entries(scenario.earlier ?? {}).filter(
      ([, one]) =>
        one.customer === params['customerId'] &&
        one.createdAt >= String(params['createdSince'] ?? '') &&
        (one.sn === params['sn'] || one.deviceType === params['deviceType']),
    );
    return {
      total: found.length,
      open: found.filter(([, { status }]) => status === 'open').length,
      items: found
        .slice(0, 5)
        .map(([id, { number, status, createdAt }]) => ({ id, number, status, createdAt })),
    };
  },
  'paidan.stockIssues': ({ workOrders }, { workOrderId }) => {
    const issued = new Map<string, number>();
    for (const { snapshot } of workOrders.values()) {
      if (snapshot.origin?.kind !== 'child' || snapshot.origin.workOrderId !== workOrderId) continue;
      for (const { sku, quantity } of linesOf(snapshot.record['partsIssued'])) {
        issued.set(sku, (issued.get(sku) ?? 0) + quantity);
      }
    }
    return { items: [...issued].map(([sku, quantity]) => ({ sku, quantity })) };
  },
  'paidan.confirmedCode': ({ at }) => ({ confirmedAt: at }),
};

function linesOf(value: Json | undefined): readonly { readonly sku: string; readonly quantity: number }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: Json) => {
    if (!isJsonObject(one)) return [];
    const { sku, quantity } = one;
    return typeof sku === 'string' && typeof quantity === 'number' ? [{ sku, quantity }] : [];
  });
}
