import type { Connection } from '@paidan/engine/definition';
import type { Outcome } from '@paidan/engine/mapping';
import type { NoticeFormat } from '../contract/connector.ts';
import { connectorOf } from '../contract/connector-catalog.ts';
import { deliver } from '../delivery/deliver.ts';
import type { DeliveryPorts } from '../delivery/delivery-ports.ts';
import type { Notice } from './notice.ts';
import { renderNotice } from './render-notice.ts';

/**
 * The outcome of sending a notice once over a connection. Robots and applications use the operation of their manifest; any
 * other connection its one write, which is handed `{ to, text }`.
 */
export async function deliverNotice(
  effect: { readonly id: string; readonly connection: string; readonly notice: Notice },
  ports: DeliveryPorts,
): Promise<Outcome> {
  const connection = ports.connections[effect.connection];
  const way = connection && wayOf(connection);
  if (way === undefined)
    return { kind: 'refused', code: 'operation/unknown', message: `${effect.connection} carries no notices` };
  const agentId = ports.setting('WECOM_AGENT_ID');
  const request = renderNotice(effect.notice, { ...way, ...(agentId === undefined ? {} : { agentId }) });
  return deliver({ id: effect.id, operation: `${effect.connection}.${way.operation}`, request }, ports);
}

interface Way {
  readonly operation: string;
  readonly format: NoticeFormat;
  readonly maxBytes: number;
}

/** A text message of 70 characters is one SMS; ten of them are the longest that gateways join. */
const longestPlainText = 2000;

function wayOf(connection: Connection): Way | undefined {
  const declared = connectorOf(connection.kind)?.notice;
  if (declared !== undefined) return declared;
  const write = Object.entries(connection.operations ?? {}).find(
    ([, operation]) => operation.does === 'write',
  );
  return write && { operation: write[0], format: 'plain-text', maxBytes: longestPlainText };
}
