import { chooseConnection, deliverNotice } from '@paidan/connectors';
import { inLocale } from '@paidan/engine/issue';
import type { SentText } from '../api/api-ports.ts';
import type { StoredWorkOrder } from './host.ts';
import type { Installation } from './installation.ts';

/** Sends a text to one number over the workflow's SMS channel, at once and once. */
export async function sendText(
  { outside }: Pick<Installation, 'outside'>,
  { tenant, snapshot, version }: StoredWorkOrder,
  { id, mobile, text, parameters }: SentText,
): Promise<boolean> {
  const ports = outside(version, { tenant, workOrderId: snapshot.workOrderId });
  const connection = chooseConnection(ports.connections, { by: 'sms', role: '' });
  if (connection === undefined) return false;
  const title = inLocale(version.compiled.workflow.title, 'zh-CN');
  const notice = { title, text, parameters, locale: 'zh-CN', readers: [{ name: '', mobile }] } as const;
  const outcome = await deliverNotice({ id, connection, notice }, ports);
  return outcome.kind === 'succeeded';
}
