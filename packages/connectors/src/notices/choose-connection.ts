import { connectorOf } from '../contract/connector-catalog.ts';
import type { Connections } from '../contract/ready-operation.ts';

/**
 * The connection that carries a notice: `by` is its id or its channel. Among several of a channel the one whose audience is
 * the role goes first, then one without audience; a group robot of another audience is never used. `avoiding` holds
 * connections that are silenced or refused: their `fallback` steps in.
 */
export function chooseConnection(
  connections: Connections,
  wanted: { readonly by: string; readonly role: string; readonly avoiding?: readonly string[] },
): string | undefined {
  const candidates = Object.keys(connections).filter(
    (id) => id === wanted.by || connections[id]?.channel === wanted.by,
  );
  const own = candidates.find((id) => connections[id]?.audience?.role === wanted.role);
  const open = candidates.find(
    (id) => connections[id]?.audience === undefined || !speaksToGroup(connections, id),
  );
  return standIn(connections, own ?? open, wanted.avoiding ?? []);
}

function speaksToGroup(connections: Connections, id: string): boolean {
  return connectorOf(connections[id]?.kind ?? '')?.notice?.speaksTo === 'group';
}

function standIn(
  connections: Connections,
  chosen: string | undefined,
  avoiding: readonly string[],
): string | undefined {
  const tried = new Set<string>();
  let id = chosen;
  while (id !== undefined && avoiding.includes(id) && !tried.has(id)) {
    tried.add(id);
    id = connections[id]?.fallback;
  }
  return id === undefined || avoiding.includes(id) ? undefined : id;
}
