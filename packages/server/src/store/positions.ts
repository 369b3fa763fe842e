import type { Instant } from '@paidan/engine/time';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export interface Position {
  readonly tenant: string;
  readonly personId: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly accuracyMetres: number;
  readonly at: Instant;
}

/** Keeps where somebody was; the same instant again keeps the first. */
export async function savePosition(kysely: Kysely<Tables>, position: Position): Promise<void> {
  const { tenant, personId, longitude, latitude, accuracyMetres, at } = position;
  await kysely
    .insertInto('positions')
    .values({ tenant, person_id: personId, longitude, latitude, accuracy_metres: accuracyMetres, at })
    .onConflict((conflict) => conflict.columns(['tenant', 'person_id', 'at']).doNothing())
    .execute();
}
