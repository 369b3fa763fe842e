import type { Listener } from '@paidan/engine/definition';
import type { Instant } from '@paidan/engine/time';
import type { Kysely } from 'kysely';
import type { Tables } from '../../store/tables.ts';
import { firstPublishedWith, publishedVersions } from '../../store/versions.ts';
import type { OutsidePorts, RunningHost } from '../create-host.ts';
import type { Version } from '../host.ts';

export interface HearPorts {
  readonly host: RunningHost;
  readonly kysely: Kysely<Tables>;
  readonly outside: OutsidePorts;
}

/** A listener of a version in force, for one tenant. */
export interface ListenerInForce {
  readonly tenant: string;
  readonly version: Version;
  readonly id: string;
  readonly listener: Listener;
}

/** Every listener of the versions in force. */
export async function listenersInForce({ host, kysely }: HearPorts): Promise<readonly ListenerInForce[]> {
  const found: ListenerInForce[] = [];
  for (const { tenant, hash } of await publishedVersions(kysely)) {
    const version = await host.versionByHash(tenant, hash);
    for (const [id, listener] of Object.entries(version?.compiled.workflow.listeners ?? {})) {
      if (version !== undefined) found.push({ tenant, version, id, listener });
    }
  }
  return found;
}

/** When a listener was switched on: with the first version that has it. Publishing again does not begin anew. */
export async function switchedOnAt(kysely: Kysely<Tables>, heard: ListenerInForce): Promise<Instant> {
  const { tenant, id, version } = heard;
  const asked = { tenant, workflowId: version.workflowId, id };
  return (await firstPublishedWith(kysely, asked)) ?? new Date(0).toISOString();
}
