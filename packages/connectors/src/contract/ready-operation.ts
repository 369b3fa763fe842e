import type { Connection, Operation } from '@paidan/engine/definition';
import type { Connector } from './connector.ts';
import { connectorOf } from './connector-catalog.ts';

/** The workflow's map of connections. */
export type Connections = { readonly [id: string]: Connection };

/** An operation with everything its connection and its connector add. */
export interface ReadyOperation extends Operation {
  readonly connectionId: string;
  readonly name: string;
  readonly connection: Connection;
  readonly connector: Connector;
  readonly method: NonNullable<Operation['method']>;
  readonly path: string;
}

/**
 * The operation `connection.name`, complete: what the operation leaves out is taken from the connection, then from the
 * connector's manifest. `undefined` when there is no such operation or it says neither method nor path.
 */
export function readyOperation(connections: Connections, operation: string): ReadyOperation | undefined {
  const [connectionId = '', name = ''] = operation.split('.');
  const connection = Object.hasOwn(connections, connectionId) ? connections[connectionId] : undefined;
  const connector = connection && connectorOf(connection.kind);
  if (connection === undefined || connector === undefined) return undefined;
  const declared = ownOf(connector.operations, name);
  const written = ownOf(connection.operations, name);
  if (declared === undefined && written === undefined) return undefined;
  const merged = { ...readings(connector), ...readings(connection), ...declared, ...written };
  const { does, method, path } = merged;
  if (does === undefined || method === undefined || path === undefined) return undefined;
  return { ...merged, connectionId, name, connection, connector, does, method, path };
}

function ownOf<Value>(map: { readonly [key: string]: Value } | undefined, key: string): Value | undefined {
  return map !== undefined && Object.hasOwn(map, key) ? map[key] : undefined;
}

/** How answers are read and how long they may take: the keys a connection gives all its operations. */
function readings(from: Connection | Connector): Partial<Operation> {
  const { succeeds, credentialFails, throttles, didNothing, refuses, errorText, outputFrom } = from;
  const timeoutMs = 'timeoutMs' in from ? from.timeoutMs : undefined;
  const all = { succeeds, credentialFails, throttles, didNothing, refuses, errorText, outputFrom, timeoutMs };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
