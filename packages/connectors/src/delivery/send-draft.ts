import type { ReadyOperation } from '../contract/ready-operation.ts';
import { parseReach } from '../network/allow-list.ts';
import { bodyText, type Draft } from '../network/draft.ts';
import { defaultLimits } from '../network/limits.ts';
import type { Exchanged } from '../network/safe-request.ts';
import type { DeliveryPorts } from './delivery-ports.ts';

/** The signed draft through the guard, under the limits of its operation and connection. */
export function sendDraft(draft: Draft, operation: ReadyOperation, ports: DeliveryPorts): Promise<Exchanged> {
  const { limits, reach } = operation.connection;
  const body = bodyText(draft);
  const contentType = draft.form === undefined ? 'application/json' : 'application/x-www-form-urlencoded';
  return ports.fetch({
    method: draft.method,
    url: draft.url,
    headers: body === undefined ? draft.headers : { 'Content-Type': contentType, ...draft.headers },
    ...(body === undefined ? {} : { body }),
    timeoutMs: operation.timeoutMs ?? defaultLimits.timeoutMs,
    connectMs: limits?.connectMs ?? defaultLimits.connectMs,
    maxBodyBytes: limits?.maxBodyBytes ?? defaultLimits.maxBodyBytes,
    reach: [
      ...(ports.reach ?? []),
      ...(reach === undefined ? [] : parseReach(ports.setting(reach.setting) ?? '')),
    ],
  });
}
