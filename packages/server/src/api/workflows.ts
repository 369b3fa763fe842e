import { lintWorkflow, parseWorkflow } from '@paidan/engine';
import { type Issue, isJsonObject, type JsonObject } from '@paidan/engine/issue';
import { may } from '../gate/may.ts';
import { mayLook } from '../gate/sight.ts';
import { type Draft, dropDraft, findDraft, saveDraft } from '../store/draft-rows.ts';
import { listVersions } from '../store/version-rows.ts';
import { documentOf } from '../store/versions.ts';
import { type AnswerOf, done, type Handlers, type PersonCall, type Reply } from './call.ts';
import { issueBody, refuse, refuseWith } from './problem.ts';

type DraftView = AnswerOf<'draft'>;
type VersionView = AnswerOf<'publishDraft'>;

/** Published workflows and their versions; drafts, their findings, and publishing. */
export const workflowHandlers = {
  workflows: async ({ ports, person, asker }) => {
    const listed = await listVersions(ports.kysely, { tenant: person.tenant });
    const running = (id: string) =>
      listed.filter(({ workflowId }) => workflowId === id).reduce((sum, one) => sum + one.running, 0);
    const rows = await Promise.all(
      listed
        .filter(({ isCurrent }) => isCurrent)
        .map(async ({ hash, workflowId, publishedAt }) => {
          const version = await ports.host.versionByHash(person.tenant, hash);
          const workflow = version?.compiled.workflow;
          const isShown = workflow && (mayLook(workflow, person.roles) || person.rights.includes('workflow'));
          if (workflow === undefined || isShown !== true) return [];
          const mayStart = may(asker, { kind: 'start', workflow }) === 'yes';
          const { title } = workflow;
          return [{ id: workflowId, title, hash, publishedAt, running: running(workflowId), mayStart }];
        }),
    );
    return done(rows.flat());
  },
  workflow: async ({ ports, person, params, query }) => {
    const { tenant } = person;
    const { hash } = query;
    const id = params['id'] ?? '';
    const version =
      hash === undefined
        ? await ports.host.version(tenant, id)
        : await ports.host.versionByHash(tenant, hash);
    const workflow = version?.compiled.workflow;
    if (version === undefined || workflow === undefined || version.workflowId !== id)
      return refuse('gate/not-found');
    const mayRead = mayLook(workflow, person.roles) || person.rights.includes('workflow');
    if (!mayRead) return refuse('gate/not-found');
    const document = await documentOf(ports.kysely, { tenant, hash: version.hash });
    const cache = hash === undefined ? {} : { 'Cache-Control': 'private, max-age=31536000, immutable' };
    return done(readDocument(document), { headers: { ETag: `"${version.hash}"`, ...cache } });
  },
  versions: async ({ ports, person, query }) => {
    const { workflow } = query;
    const of = workflow === undefined ? {} : { workflowId: workflow };
    const listed = await listVersions(ports.kysely, { tenant: person.tenant, ...of });
    return done(listed.map(versionView));
  },
  draft: async (call) => {
    const draft = await draftOf(call);
    return draft === undefined ? refuse('gate/not-found') : shown(draft);
  },
  saveDraft: async (call) => {
    const { ports, person, body, ifMatch, params } = call;
    if (ifMatch === undefined) return refuse('request/no-if-match');
    const before = await draftOf(call);
    if (before !== undefined && ifMatch !== etagOf(before)) return refuse('request/stale');
    const id = params['id'] ?? '';
    const at = ports.host.now();
    const onRevision = before?.revision ?? 0;
    const based = before?.basedOn === undefined ? {} : { basedOn: before.basedOn };
    const change = { tenant: person.tenant, id, document: body, by: person.id, at, onRevision, ...based };
    if (!(await saveDraft(ports.kysely, change))) return refuse('request/stale');
    return shown({ id, document: body, revision: onRevision + 1, editedAt: at, ...based });
  },
  lintDraft: async (call) => {
    const draft = await draftOf(call);
    if (draft === undefined) return refuse('gate/not-found');
    return done({ issues: findingsOf(draft.document).map(issueBody) });
  },
  publishDraft: async (call) => {
    const { ports, person, body, ifMatch } = call;
    const { tenant, id: actorId } = person;
    const draft = await draftOf(call);
    if (draft === undefined) return refuse('gate/not-found');
    if (ifMatch !== undefined && ifMatch !== etagOf(draft)) return refuse('publish/changed');
    const note = body.note === undefined ? {} : { note: body.note };
    const { value, issues } = await ports.host.publish(draft.document, { tenant, actorId, ...note });
    if (value === undefined) return refuseWith(issues);
    await dropDraft(ports.kysely, { tenant, id: draft.id });
    const listed = await listVersions(ports.kysely, { tenant, workflowId: value.workflowId });
    const version = listed.find(({ hash }) => hash === value.hash);
    return version === undefined ? refuse('gate/not-found') : done(versionView(version));
  },
} satisfies Partial<Handlers>;

/** The stored draft, or one begun from the version in force. */
async function draftOf({ ports, person, params }: PersonCall): Promise<Draft | undefined> {
  const { tenant } = person;
  const id = params['id'] ?? '';
  const stored = await findDraft(ports.kysely, { tenant, id });
  if (stored !== undefined) return stored;
  const version = await ports.host.version(tenant, id);
  if (version === undefined) return undefined;
  const document = readDocument(await documentOf(ports.kysely, { tenant, hash: version.hash }));
  return { id, document, basedOn: version.hash, revision: 0, editedAt: ports.host.now() };
}

function shown(draft: Draft): Reply<DraftView> {
  const { id, document: workflow, basedOn, editedAt: updatedAt } = draft;
  const etag = etagOf(draft);
  const based = basedOn === undefined ? {} : { basedOn };
  return done({ id, workflow, etag, updatedAt, ...based }, { headers: { ETag: etag } });
}

// A draft not saved yet is named by the version it begins from, so that two first saves do not both win.
function etagOf({ revision, basedOn = '' }: Draft): string {
  return `"${revision}-${basedOn.slice(-8)}"`;
}

function findingsOf(document: JsonObject): readonly Issue[] {
  const { value, issues } = parseWorkflow(document);
  return value === undefined ? issues : [...issues, ...lintWorkflow(value)];
}

function readDocument(text: string | undefined): JsonObject {
  const document: unknown = JSON.parse(text ?? '{}');
  return isJsonObject(document as JsonObject) ? (document as JsonObject) : {};
}

function versionView(listed: Awaited<ReturnType<typeof listVersions>>[number]): VersionView {
  const { hash, workflowId: workflow, publishedAt, publishedBy, note, running, isCurrent: current } = listed;
  return {
    hash,
    workflow,
    publishedAt,
    publishedBy,
    running,
    current,
    ...(note === undefined ? {} : { note }),
  };
}
