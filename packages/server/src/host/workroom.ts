import { WorkflowFault } from '@paidan/engine/issue';
import type { Instant } from '@paidan/engine/time';
import type { LoadedWorkOrder } from '../store/commit-input.ts';
import type { Command, CommitPorts } from './commit-command.ts';
import type { Answer, Version } from './host.ts';
import type { AskOperation } from './lookups/run-lookups.ts';
import type { Origin } from './origin.ts';
import type { Versions } from './versions.ts';

export interface RoomPorts extends CommitPorts {
  readonly origin: Origin;
  readonly versions: Versions;
}

/** What every act of the host needs: ports, the instant, a way to commit and a way to ask. */
export interface Workroom {
  readonly ports: RoomPorts;
  readonly now: () => Instant;
  /** Commits one command and tells those who listen. */
  readonly run: (command: Command) => Promise<Answer>;
  readonly ask: (
    version: Version,
    asker: { readonly tenant: string; readonly workOrderId?: string },
  ) => AskOperation;
}

/** The version a work order is pinned to. One that is missing holds this work order alone. */
export async function requireVersion(
  room: Workroom,
  { tenant, snapshot }: LoadedWorkOrder,
): Promise<Version> {
  const version = await room.ports.versions.byHash(tenant, snapshot.workflow.hash);
  if (version !== undefined) return version;
  throw new WorkflowFault(
    'version/missing',
    `work order ${snapshot.number} stands on version ${snapshot.workflow.hash}, which is not there`,
    'wait-for-person',
  );
}
