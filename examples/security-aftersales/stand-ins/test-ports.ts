import {
  type Connections,
  createTokenStore,
  type DeliveryPorts,
  openSafeFetch,
  parseReach,
} from '@paidan/connectors';
import workflow from '../security-aftersales.workflow.json' with { type: 'json' };
import { standInSecrets } from './keys.ts';
import type { StandIns } from './start-stand-ins.ts';

const secrets: { readonly [name: string]: string } = standInSecrets;

/** Ports on the example's own connections, pointed at the stand-ins; short time limits, so that tests stay quick. */
export function portsOn(standIns: StandIns, own: Partial<DeliveryPorts> = {}) {
  const way = openSafeFetch();
  const ports: DeliveryPorts = {
    now: () => new Date().toISOString(),
    setting: (name) => standIns.settings[name],
    secret: (name) => secrets[name],
    connections: quick(workflow.connections as unknown as Connections),
    fetch: way.fetch,
    reach: parseReach(standIns.reach),
    tokens: createTokenStore(),
    ...own,
  };
  return { ports, close: way.close };
}

function quick(connections: Connections): Connections {
  return Object.fromEntries(
    Object.entries(connections).map(([id, connection]) => [
      id,
      { ...connection, timeoutMs: 250, limits: { ...connection.limits, connectMs: 200 } },
    ]),
  );
}
