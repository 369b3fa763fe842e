import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import type { Handler } from 'hono';
import { type Asker, askerOf } from '../gate/actor.ts';
import { may } from '../gate/may.ts';
import type { Person } from '../host/host.ts';
import { beginUpload, findUpload, finishUpload } from '../store/upload-rows.ts';
import type { ApiPorts } from './api-ports.ts';
import { findSession } from './customer-session.ts';
import { localeOf } from './locale.ts';
import { problemOf, type Refusal, refuse } from './problem.ts';
import { answering } from './route-operation.ts';

type Known = Exclude<Asker, { readonly kind: 'nobody' }>;
type Metadata = { readonly [name: string]: string | null | undefined };

const defaultMaxBytes = 2_147_483_648;

/** `/api/uploads`: resumable uploads (tus 1.0), verified against the declared SHA-256 when the last byte has come. */
export function uploadRoutes(ports: ApiPorts): Handler {
  const { uploads } = ports;
  if (uploads === undefined) {
    return (context) => answering(ports, context, async () => refuse('gate/not-found'));
  }
  const { directory, maxBytes = defaultMaxBytes } = uploads;
  const ready = mkdir(directory, { recursive: true });
  const server = tusServer(ports, directory, maxBytes);
  return async (context) => {
    await ready;
    const request = context.req.raw;
    const asker = await askerOfUpload(ports, request);
    if (asker === undefined) return answering(ports, context, async () => refuse('gate/sign-in'));
    return server.handleWeb(request);
  };
}

function tusServer(ports: ApiPorts, directory: string, maxSize: number): Server {
  return new Server({
    path: '/api/uploads',
    datastore: new FileStore({ directory }),
    maxSize,
    relativeLocation: true,
    // The asker was found before; here it says whose upload it is.
    namingFunction: () => ports.newId(),
    onUploadCreate: async (request, upload) => {
      const asker = await askerOfUpload(ports, request);
      const refused = await begin(ports, asker, upload);
      if (refused !== undefined) throw tusProblem(refused, request);
      return {};
    },
    onIncomingRequest: async (request, id) => {
      if (request.method === 'POST' || request.method === 'OPTIONS') return;
      const asker = await askerOfUpload(ports, request);
      const row = asker && (await findUpload(ports.kysely, { tenant: asker.person.tenant, id }));
      if (row?.uploadedBy !== asker?.person.id) throw tusProblem(refuse('gate/not-found'), request);
    },
    onUploadFinish: async (request, upload) => {
      const asker = await askerOfUpload(ports, request);
      const tenant = asker?.person.tenant ?? '';
      const digest = await sha256Of(join(directory, upload.id));
      const isRight = digest === upload.metadata?.['sha256'];
      const status = isRight ? 'verified' : 'refused';
      const at = ports.host.now();
      await finishUpload(ports.kysely, {
        tenant,
        id: upload.id,
        status,
        receivedBytes: upload.size ?? 0,
        at,
      });
      if (!isRight) throw tusProblem(refuse('upload/digest-differs'), request);
      return {};
    },
  });
}

async function askerOfUpload(ports: ApiPorts, request: Request): Promise<Known | undefined> {
  const asker = await askerOf(request, ports.signIn, (token) => findSession(ports, token));
  return asker.kind === 'nobody' ? undefined : asker;
}

async function begin(
  ports: ApiPorts,
  asker: Known | undefined,
  upload: {
    readonly id: string;
    readonly size?: number | undefined;
    readonly metadata?: Metadata | undefined;
  },
): Promise<Refusal | undefined> {
  const { sha256, filename, filetype, workOrder } = upload.metadata ?? {};
  if (asker === undefined) return refuse('gate/sign-in');
  if (!/^[0-9a-f]{64}$/.test(sha256 ?? '') || !filename || !filetype || upload.size === undefined) {
    return refuse('upload/metadata');
  }
  if (!(await maySee(ports, asker, workOrder))) return refuse('gate/not-found');
  const { person } = asker;
  await beginUpload(ports.kysely, {
    ...{ tenant: person.tenant, id: upload.id, uploadedBy: person.id, at: ports.host.now() },
    ...{ name: filename, mediaType: filetype, sizeBytes: upload.size, sha256: sha256 ?? '', metadata: {} },
    ...(workOrder ? { workOrderId: workOrder } : {}),
  });
  return undefined;
}

/** A file belongs to a work order, or, before there is one, to whoever sent it. */
export async function maySee(
  ports: ApiPorts,
  asker: Known,
  workOrderId: string | null | undefined,
): Promise<boolean> {
  if (!workOrderId) return asker.kind === 'person';
  const { tenant }: Person = asker.person;
  const order = await ports.host.load(tenant, workOrderId);
  if (order === undefined) return false;
  const { workflow } = order.version.compiled;
  return may(asker, { kind: 'see', workflow, workOrderId, tenant }) === 'yes';
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece);
  return hash.digest('hex');
}

// What the tus server takes as a refusal: a status and the body of a problem.
function tusProblem(refusal: Refusal, request: Request): { status_code: number; body: string } {
  const locale = localeOf(request.headers.get('accept-language'));
  const problem = problemOf(refusal, { locale, instance: '/api/uploads', reference: '' });
  return { status_code: problem.status, body: JSON.stringify(problem) };
}
