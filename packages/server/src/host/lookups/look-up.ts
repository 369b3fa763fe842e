import type { LookupRequest, LookupResult } from '../host.ts';
import { formIn } from '../submission.ts';
import type { Workroom } from '../workroom.ts';

const defaultTimeoutMs = 3000;

/** One lookup for a form in progress: only what the form declares can be asked, with its own operation and time. */
export async function lookUp(room: Workroom, request: LookupRequest): Promise<LookupResult> {
  const { tenant, workflowId, formId, lookupId, params, workOrderId } = request;
  const version = await room.ports.versions.current(tenant, workflowId);
  const lookup = version && formIn(version, formId)?.definition.lookups?.[lookupId];
  if (version === undefined || lookup === undefined) return { status: 'absent' };
  const isFor = lookup.for === undefined || lookup.for.some((role) => request.actor.roles.includes(role));
  if (!isFor) return { status: 'deferred' };
  const asker = workOrderId === undefined ? { tenant } : { tenant, workOrderId };
  return room.ask(
    version,
    asker,
  )({
    operation: `${lookup.connection}.${lookup.operation}`,
    params,
    timeoutMs: lookup.timeoutMs ?? defaultTimeoutMs,
  });
}
