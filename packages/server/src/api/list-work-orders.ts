import type { JsonObject } from '@paidan/engine/issue';
import { propertiesOf } from '../gate/record-property.ts';
import { mayLook, sightOf } from '../gate/sight.ts';
import type { Version } from '../host/host.ts';
import {
  type ListView,
  listViews,
  listWorkOrders,
  type SearchableVersions,
} from '../store/listed-work-orders.ts';
import { listVersions } from '../store/version-rows.ts';
import type { ApiPorts } from './api-ports.ts';
import { done, type Operation, type PersonCall } from './call.ts';
import { limitOf, type Place, readCursor, writeCursor } from './page.ts';
import { refuse } from './problem.ts';
import { rowOf } from './work-order-row.ts';

/** One page of work orders this person may see, newest first. */
export const listOf: Operation<'workOrders'> = async (call) => {
  const { ports, person, query } = call;
  const { view = 'all', workflow, q, cursor, filter } = query;
  const known = listViews.find((one) => one === view);
  if (known === undefined) return refuse('filter/unknown-view', { view, views: [...listViews] });
  if (filter !== undefined) return refuse('filter/not-indexable', { operator: filter.slice(0, 40) });
  if (q !== undefined && isTooShort(q)) return refuse('search/too-short');
  const scope = scopeOf(call, known);
  const after = cursor === undefined ? undefined : readCursor(ports.secret, scope, cursor);
  if (cursor !== undefined && after === undefined) return refuse('request/bad-cursor');
  const versions = await visibleVersions(ports, call);
  const limit = limitOf(query['limit']);
  const found = await listWorkOrders(ports.kysely, {
    ...{
      person,
      versions: versions.map((version) => searchable(version, person.roles)),
      view: known,
      limit: limit + 1,
      at: ports.host.now(),
    },
    ...{ sort: query['sort'] === 'updated' ? 'updated' : 'created', timeZone: zoneOf(versions) },
    ...(workflow === undefined ? {} : { workflowId: workflow }),
    ...(q === undefined ? {} : { q: q.normalize('NFKC').trim() }),
    ...(after === undefined ? {} : { after }),
  });
  const byHash = new Map(versions.map((version) => [version.hash, version]));
  const rows = found.rows.slice(0, limit);
  const items = rows.flatMap(({ snapshot, hash }) => {
    const version = byHash.get(hash);
    return version === undefined
      ? []
      : [rowOf(snapshot, { version, roles: person.roles, now: ports.host.now() })];
  });
  const last = rows.at(-1);
  const place =
    last && found.rows.length > limit ? { at: last.sortedAt, id: last.snapshot.workOrderId } : undefined;
  return done({ items, ...nextOf(ports, scope, place), count: { value: found.count, exact: found.exact } });
};

function scopeOf({ person, query }: PersonCall, view: ListView): readonly string[] {
  const { workflow = '', q = '', sort = '' } = query;
  return [person.tenant, person.id, view, workflow, q, sort];
}

function nextOf({ secret }: ApiPorts, scope: readonly string[], place: Place | undefined) {
  return place === undefined ? {} : { next: writeCursor(secret, scope, place) };
}

/** The versions whose roles let this person see their work orders. */
async function visibleVersions(ports: ApiPorts, { person }: PersonCall): Promise<readonly Version[]> {
  const { tenant, roles } = person;
  const listed = await listVersions(ports.kysely, { tenant });
  const versions = await Promise.all(listed.map(({ hash }) => ports.host.versionByHash(tenant, hash)));
  return versions
    .filter((version) => version !== undefined)
    .filter(({ compiled }) => mayLook(compiled.workflow, roles));
}

// Free text and numbers of the record: what has a list of choices or a format is filtered, not searched.
function searchable({ hash, compiled }: Version, roles: readonly string[]): SearchableVersions {
  const { workflow } = compiled;
  const sight = sightOf(workflow, roles);
  const paths = textPaths(workflow.record, workflow.record, []);
  const at = (path: readonly string[]) => sight.at(`/${path.join('/')}`);
  return {
    hashes: [hash],
    plain: paths.filter((path) => at(path) === 'plain'),
    masked: paths.filter((path) => at(path) === 'masked'),
  };
}

function textPaths(
  root: JsonObject,
  schema: JsonObject,
  path: readonly string[],
): readonly (readonly string[])[] {
  return propertiesOf(root, schema).flatMap(([key, property]) => {
    const below = [...path, key];
    if (property['type'] === 'object') return textPaths(root, property, below);
    const { type, enum: choices, format } = property;
    return type === 'string' && choices === undefined && format === undefined ? [below] : [];
  });
}

function isTooShort(q: string): boolean {
  const text = q.normalize('NFKC').trim();
  if (/\p{Script=Han}/u.test(text)) return false;
  return /^\d+$/.test(text) ? text.length < 3 : text.length < 2;
}

function zoneOf(versions: readonly Version[]): string {
  return versions[0]?.compiled.workflow.timeZone ?? 'UTC';
}
