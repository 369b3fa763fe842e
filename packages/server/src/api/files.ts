import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Handler } from 'hono';
import { askerOf } from '../gate/actor.ts';
import { findUpload, type UploadRow } from '../store/upload-rows.ts';
import type { ApiPorts } from './api-ports.ts';
import { findSession } from './customer-session.ts';
import { refuse } from './problem.ts';
import { answering } from './route-operation.ts';
import { maySee } from './uploads.ts';

/** `/api/files/{id}`: the bytes of a verified upload, to whoever may see its work order. Nothing is shown inline. */
export function serveFile(ports: ApiPorts): Handler {
  return async (context) => {
    const row = await visibleUpload(ports, context.req.raw, context.req.param('id') ?? '');
    if (row === undefined || ports.uploads === undefined) {
      return answering(ports, context, async () => refuse('gate/not-found'));
    }
    const path = join(ports.uploads.directory, row.id);
    const span = spanOf(context.req.header('range'), row.sizeBytes);
    const [from, to] = span ?? [0, row.sizeBytes - 1];
    context.header('Content-Type', 'application/octet-stream');
    context.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(row.name)}`);
    context.header('Accept-Ranges', 'bytes');
    context.header('Cache-Control', 'private, max-age=31536000, immutable');
    context.header('Content-Length', String(to - from + 1));
    if (span !== undefined) context.header('Content-Range', `bytes ${from}-${to}/${row.sizeBytes}`);
    const bytes = row.sizeBytes === 0 ? Readable.from([]) : createReadStream(path, { start: from, end: to });
    return context.body(Readable.toWeb(bytes) as ReadableStream, span === undefined ? 200 : 206);
  };
}

async function visibleUpload(ports: ApiPorts, request: Request, id: string): Promise<UploadRow | undefined> {
  const asker = await askerOf(request, ports.signIn, (token) => findSession(ports, token));
  if (asker.kind === 'nobody') return undefined;
  const row = await findUpload(ports.kysely, { tenant: asker.person.tenant, id });
  if (row?.status !== 'verified') return undefined;
  const isOwn = row.workOrderId === undefined && row.uploadedBy === asker.person.id;
  return isOwn || (await maySee(ports, asker, row.workOrderId)) ? row : undefined;
}

/** The span a `Range` asks for, when it is one we can give. */
function spanOf(range: string | undefined, size: number): readonly [number, number] | undefined {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  if (first === undefined) return undefined;
  const from = Number(first);
  const to = Math.min(last ? Number(last) : size - 1, size - 1);
  return from <= to ? [from, to] : undefined;
}
