import { compileWorkflow, type FormsKernel, lintWorkflow, parseWorkflow } from '@paidan/engine';
import { type Checked, hasErrors, type JsonObject, WorkflowFault } from '@paidan/engine/issue';
import type { Instant } from '@paidan/engine/time';
import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { currentHash, documentOf, freezeVersion } from '../store/versions.ts';
import type { Version } from './host.ts';

/** Published versions, compiled once each and kept: a version never changes under its hash. */
export interface Versions {
  publish(document: unknown, by: Publisher): Promise<Checked<Version>>;
  current(tenant: string, workflowId: string): Promise<Version | undefined>;
  byHash(tenant: string, hash: string): Promise<Version | undefined>;
}

export interface Publisher {
  readonly tenant: string;
  readonly actorId: string;
  readonly note?: string;
}

export interface VersionPorts {
  readonly kysely: Kysely<Tables>;
  readonly forms: FormsKernel;
  readonly now: () => Instant;
}

export function createVersions(ports: VersionPorts): Versions {
  const compiled = new Map<string, Promise<Version | undefined>>();
  const byHash = (tenant: string, hash: string) => {
    const key = JSON.stringify([tenant, hash]);
    const known = compiled.get(key) ?? readVersion(ports, tenant, hash);
    compiled.set(key, known);
    // An outage, or a version that is published a moment later, must not stay remembered.
    known.then(
      (version) => version ?? compiled.delete(key),
      () => compiled.delete(key),
    );
    return known;
  };
  return {
    byHash,
    current: async (tenant, workflowId) => {
      const hash = await currentHash(ports.kysely, { tenant, workflowId });
      return hash === undefined ? undefined : byHash(tenant, hash);
    },
    publish: async (document, by) => {
      const made = compileDocument(ports, document);
      if (made.value !== undefined) await freeze(ports, made.value, by);
      return made;
    },
  };
}

/** Every finding at once; a version only when none of them is an error. */
function compileDocument({ forms }: VersionPorts, document: unknown): Checked<Version> {
  const parsed = parseWorkflow(document);
  if (parsed.value === undefined) return { issues: parsed.issues };
  const found = [...parsed.issues, ...lintWorkflow(parsed.value)];
  if (hasErrors(found)) return { issues: found };
  const { value: compiled, issues } = compileWorkflow(parsed.value, { forms });
  if (compiled === undefined) return { issues: [...found, ...issues] };
  return {
    value: { hash: compiled.hash, workflowId: compiled.id, compiled },
    issues: [...found, ...issues],
  };
}

async function freeze({ kysely, now }: VersionPorts, { hash, workflowId, compiled }: Version, by: Publisher) {
  const { tenant, actorId, note } = by;
  await freezeVersion(kysely, {
    tenant,
    hash,
    workflowId,
    document: JSON.stringify(compiled.workflow),
    publishedBy: actorId,
    at: now(),
    ...(note === undefined ? {} : { note }),
  });
}

async function readVersion(ports: VersionPorts, tenant: string, hash: string): Promise<Version | undefined> {
  const text = await documentOf(ports.kysely, { tenant, hash });
  if (text === undefined) return undefined;
  const document: JsonObject = JSON.parse(text);
  const made = compileFrozen(ports, document);
  if (made === undefined || made.hash !== hash) {
    throw new WorkflowFault(
      'version/unreadable',
      `version ${hash} cannot be read by this release`,
      'wait-for-person',
    );
  }
  return made;
}

// A frozen version was linted by the release that published it; newer rules must not stop its work orders.
function compileFrozen({ forms }: VersionPorts, document: JsonObject): Version | undefined {
  const { value } = parseWorkflow(document);
  const compiled = value && compileWorkflow(value, { forms }).value;
  return compiled && { hash: compiled.hash, workflowId: compiled.id, compiled };
}
