import type { JsonObject } from '@paidan/engine/issue';
import type { Instant } from '@paidan/engine/time';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export interface UploadRow {
  readonly tenant: string;
  readonly id: string;
  readonly workOrderId?: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly status: 'receiving' | 'received' | 'verified' | 'refused';
  readonly uploadedBy: string;
}

/** Notes an upload that begins. */
export async function beginUpload(
  kysely: Kysely<Tables>,
  upload: Omit<UploadRow, 'status'> & {
    readonly sha256: string;
    readonly metadata: JsonObject;
    readonly at: Instant;
  },
): Promise<void> {
  await kysely
    .insertInto('uploads')
    .values({
      tenant: upload.tenant,
      id: upload.id,
      work_order_id: upload.workOrderId ?? null,
      name: upload.name,
      media_type: upload.mediaType,
      size_bytes: upload.sizeBytes,
      received_bytes: 0,
      sha256: upload.sha256,
      status: 'receiving',
      metadata: JSON.stringify(upload.metadata),
      uploaded_by: upload.uploadedBy,
      created_at: upload.at,
      finished_at: null,
    })
    .execute();
}

export interface FinishedUpload {
  readonly tenant: string;
  readonly id: string;
  readonly status: 'verified' | 'refused';
  readonly receivedBytes: number;
  readonly at: Instant;
}

export async function finishUpload(kysely: Kysely<Tables>, finished: FinishedUpload): Promise<void> {
  await kysely
    .updateTable('uploads')
    .set({ status: finished.status, received_bytes: finished.receivedBytes, finished_at: finished.at })
    .where('tenant', '=', finished.tenant)
    .where('id', '=', finished.id)
    .execute();
}

export async function findUpload(
  kysely: Kysely<Tables>,
  { tenant, id }: { readonly tenant: string; readonly id: string },
): Promise<UploadRow | undefined> {
  const row = await kysely
    .selectFrom('uploads')
    .select(['tenant', 'id', 'work_order_id', 'name', 'media_type', 'size_bytes', 'status', 'uploaded_by'])
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const {
    work_order_id,
    media_type: mediaType,
    size_bytes: sizeBytes,
    uploaded_by: uploadedBy,
    ...rest
  } = row;
  const of = work_order_id === null ? {} : { workOrderId: work_order_id };
  return { ...rest, ...of, mediaType, sizeBytes, uploadedBy };
}
