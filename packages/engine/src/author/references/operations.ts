import { isJsonObject, type Json } from '../../issue/json.ts';
import { readPointer } from '../../issue/json-pointer.ts';
import type { Catalog } from '../definition/catalog-port.ts';
import { objectAt } from './steps-of.ts';

/**
 * Every `connection.operation` of the document. An operation named at `pointer` that its connector's manifest may supply
 * cannot be judged without a catalog of manifests: then `undefined`.
 */
export function operationsOf(
  document: Json,
  pointer: string,
  catalog: Catalog | undefined,
): readonly string[] | undefined {
  const named = readPointer(document, pointer);
  const connectionId = typeof named === 'string' ? named.split('.')[0] : undefined;
  const connections = Object.entries(objectAt(document, '/connections'));
  const own = connections.find(([id]) => id === connectionId)?.[1];
  if (own !== undefined && namesOf(own, catalog) === undefined) return undefined;
  return connections.flatMap(([id, connection]) =>
    (namesOf(connection, catalog) ?? []).map((name) => `${id}.${name}`),
  );
}

/** The operations of the connection that a place stands in. */
export function siblingOperations(
  document: Json,
  pointer: string,
  catalog: Catalog | undefined,
): readonly string[] | undefined {
  const id = /^\/(?:connections|listeners)\/([^/]+)/.exec(pointer);
  if (id === null) return undefined;
  const connection = readPointer(document, `/connections/${connectionIdAt(document, pointer, id[1] ?? '')}`);
  return connection === undefined ? undefined : namesOf(connection, catalog);
}

function connectionIdAt(document: Json, pointer: string, id: string): string {
  if (!pointer.startsWith('/listeners/')) return id;
  const named = readPointer(document, `/listeners/${id}/connection`);
  return typeof named === 'string' ? named : '';
}

/** A kind beside plain `http` has a manifest; without one in the catalog its operations are not known here. */
function namesOf(connection: Json, catalog: Catalog | undefined): readonly string[] | undefined {
  if (!isJsonObject(connection)) return [];
  const written = Object.keys(objectAt(connection, '/operations'));
  const kind = String(connection['kind']);
  if (kind === 'http') return written;
  const manifest = catalog?.connectors?.[kind];
  return manifest === undefined ? undefined : [...written, ...Object.keys(manifest.operations)];
}
