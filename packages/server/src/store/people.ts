import type { Actor } from '@paidan/engine';
import type { Instant } from '@paidan/engine/time';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Somebody who works with Paidan. `facts` are what routing may ask about them. */
export interface Person {
  readonly tenant: string;
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly email?: string;
  readonly phone?: string;
  readonly facts: { readonly [name: string]: unknown };
}

/** Adds or changes people, all at once. */
export async function savePeople(
  kysely: Kysely<Tables>,
  people: readonly Person[],
  at: Instant,
): Promise<void> {
  if (people.length === 0) return;
  const rows = people.map(({ tenant, id, name, roles, email, phone, facts }) => ({
    ...{ tenant, id, name, roles, email: email ?? null, phone: phone ?? null },
    facts: JSON.stringify(facts),
    disabled_at: null,
    updated_at: at,
  }));
  await kysely
    .insertInto('people')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['tenant', 'id']).doUpdateSet(({ ref }) => ({
        name: ref('excluded.name'),
        roles: ref('excluded.roles'),
        email: ref('excluded.email'),
        phone: ref('excluded.phone'),
        facts: ref('excluded.facts'),
        updated_at: ref('excluded.updated_at'),
      })),
    )
    .execute();
}

/** Everybody of a tenant who is not disabled, in order of id. */
export async function listPeople(kysely: Kysely<Tables>, tenant: string): Promise<readonly Person[]> {
  const rows = await selectPeople(kysely).where('tenant', '=', tenant).orderBy('id').execute();
  return rows.map(({ email, phone, facts, ...person }) => ({
    ...person,
    facts: JSON.parse(facts),
    ...(email !== null && { email }),
    ...(phone !== null && { phone }),
  }));
}

/** A person as an actor, with the roles held now; `undefined` when unknown or disabled. */
export async function findActor(
  kysely: Kysely<Tables>,
  { tenant, personId }: { readonly tenant: string; readonly personId: string },
): Promise<Actor | undefined> {
  const row = await selectPeople(kysely)
    .where('tenant', '=', tenant)
    .where('id', '=', personId)
    .executeTakeFirst();
  return row && { id: row.id, name: row.name, roles: row.roles };
}

function selectPeople(kysely: Kysely<Tables>) {
  return kysely
    .selectFrom('people')
    .select(['tenant', 'id', 'name', 'roles', 'email', 'phone', 'facts'])
    .where('disabled_at', 'is', null);
}
