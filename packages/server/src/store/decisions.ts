import { createHash } from 'node:crypto';
import type { Instant } from '@paidan/engine/time';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export interface KeptDecision {
  readonly tenant: string;
  /** The SHA-256 of the body's canonical JSON; of its text when absent. */
  readonly hash?: string;
  readonly kind: 'routing-input' | 'plan';
  readonly body: unknown;
  readonly at: Instant;
}

/** Keeps what a routing decision was made from under its hash, which is returned. The same content is kept once. */
export async function keepDecision(kysely: Kysely<Tables>, decision: KeptDecision): Promise<string> {
  const { tenant, kind, at } = decision;
  const body = JSON.stringify(decision.body);
  const hash = decision.hash ?? `sha256-${createHash('sha256').update(body).digest('hex')}`;
  await kysely
    .insertInto('decisions')
    .values({ tenant, hash, kind, body, at })
    .onConflict((conflict) => conflict.columns(['tenant', 'hash']).doNothing())
    .execute();
  return hash;
}
