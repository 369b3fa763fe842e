import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** A person as routing reads them: what is written about them, and the newest place they were seen at. */
export interface RoutingPerson {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly facts: { readonly [name: string]: unknown };
  /** Counts the changes of their assignments. */
  readonly version: number;
  readonly position?: {
    readonly latitude: number;
    readonly longitude: number;
    readonly accuracyMetres: number;
    readonly at: string;
  };
}

/** Everybody who holds one of these roles or is named, in order of id, in one question. */
export async function routingPeople(
  kysely: Kysely<Tables>,
  asked: { readonly tenant: string; readonly roles: readonly string[]; readonly named?: readonly string[] },
): Promise<readonly RoutingPerson[]> {
  const { tenant, roles, named = [] } = asked;
  const { rows } = await sql<Row>`
    SELECT p.id, p.name, p.roles, p.facts, coalesce(w.version, 0) AS version,
      s.latitude, s.longitude, s.accuracy_metres, s.at
    FROM paidan.people p
    LEFT JOIN paidan.workloads w ON w.tenant = p.tenant AND w.person_id = p.id
    LEFT JOIN LATERAL (
      SELECT latitude, longitude, accuracy_metres, at FROM paidan.positions
      WHERE tenant = p.tenant AND person_id = p.id ORDER BY at DESC LIMIT 1) s ON true
    WHERE p.tenant = ${tenant} AND p.disabled_at IS NULL
      AND (p.roles && ${[...roles]}::text[] OR p.id = ANY(${[...named]}::text[]))
    ORDER BY p.id`.execute(kysely);
  return rows.map(personOf);
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly facts: string;
  readonly version: number;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly accuracy_metres: number | null;
  readonly at: string | null;
}

function personOf({ id, name, roles, facts, version, ...seen }: Row): RoutingPerson {
  const person = { id, name, roles, facts: JSON.parse(facts), version };
  const { latitude, longitude, accuracy_metres: accuracyMetres, at } = seen;
  if (latitude === null || longitude === null || accuracyMetres === null || at === null) return person;
  return { ...person, position: { latitude, longitude, accuracyMetres, at } };
}
