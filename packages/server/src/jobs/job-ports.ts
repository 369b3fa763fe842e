import type { Instant } from '@paidan/engine/time';
import type { Kysely } from 'kysely';
import type { PgBoss } from 'pg-boss';
import type { OutsidePorts, RunningHost } from '../host/create-host.ts';
import type { FinishedJob } from '../store/commit-input.ts';
import type { StoredEffect } from '../store/effects.ts';
import type { Tables } from '../store/tables.ts';

/** What every job works with. */
export interface JobPorts {
  readonly host: RunningHost;
  readonly kysely: Kysely<Tables>;
  readonly boss: PgBoss;
  readonly outside: OutsidePorts;
  readonly now: () => Instant;
}

/** One attempt at an effect, taken by this process. */
export interface EffectWork {
  readonly stored: StoredEffect;
  readonly attempt: number;
  readonly job: FinishedJob;
}
