import type { Workflow } from '@paidan/engine';
import { readPointer } from '@paidan/engine/issue';
import { addMs } from '@paidan/engine/time';
import { maskText } from '../gate/mask-text.ts';
import { codeHash, oneTimeCode } from '../gate/one-time-code.ts';
import { codesSince, confirmCode, keepCode } from '../store/one-time-codes.ts';
import { done, type Handlers } from './call.ts';
import { findOrder } from './found-order.ts';
import { refuse } from './problem.ts';

const defaultValidMs = 600_000;
const hourMs = 3_600_000;
const mostInAnHour = 3;
const mostTries = 5;

const text = {
  'zh-CN': '验证码 {code}，{minutes} 分钟内有效。确认后工单 {number} 将关闭。',
  en: 'Code {code}, good for {minutes} minutes. Confirming closes work order {number}.',
};

/** One-time codes: the customer's word where nobody can sign. */
export const codeHandlers = {
  sendCode: async (call) => {
    const { ports, command } = call;
    const found = await findOrder(call, call.params['id'] ?? '');
    if (found.kind !== 'found') return found;
    const { tenant, snapshot, version } = found.order;
    const { workOrderId, number } = snapshot;
    const asked = codeField(version.compiled.workflow);
    const sentTo = asked === undefined ? undefined : readPointer(snapshot.record, asked.sentTo);
    if (asked === undefined || typeof sentTo !== 'string') return refuse('code/no-number');
    const at = ports.host.now();
    const { commandId } = command;
    const since = addMs(at, -hourMs);
    const sent = await codesSince(ports.kysely, { tenant, sentTo, since, except: commandId });
    if (sent >= mostInAnHour) return refuse('code/too-many', { limit: mostInAnHour });
    const code = oneTimeCode(ports.secret, workOrderId, commandId);
    const expiresAt = addMs(at, asked.validMs);
    await keepCode(ports.kysely, {
      ...{ tenant, workOrderId, commandId, sentTo, sentAt: at, expiresAt },
      codeHash: codeHash(ports.secret, workOrderId, code),
    });
    const parameters = { code, number, minutes: String(Math.round(asked.validMs / 60_000)) };
    const arrived = await ports.sendText?.(found.order, { id: commandId, mobile: sentTo, text, parameters });
    if (arrived !== true) return refuse('code/not-sent');
    return done({ sentTo: maskText(sentTo, 'phone') ?? '', expiresAt });
  },
  confirmCode: async (call) => {
    const { ports, body } = call;
    const found = await findOrder(call, call.params['id'] ?? '');
    if (found.kind !== 'found') return found;
    const { tenant, snapshot } = found.order;
    const { workOrderId } = snapshot;
    const at = ports.host.now();
    const typed = codeHash(ports.secret, workOrderId, body.code);
    const isRight = await confirmCode(ports.kysely, { tenant, workOrderId, codeHash: typed, at, mostTries });
    return isRight ? done({ confirmedAt: at }) : refuse('code/wrong');
  },
} satisfies Partial<Handlers>;

/** Where the number stands that a workflow's code goes to, and how long a code is good for. */
function codeField({
  forms = {},
}: Workflow): { readonly sentTo: string; readonly validMs: number } | undefined {
  for (const { form } of Object.values(forms)) {
    for (const { kind, options } of Object.values(form.fields ?? {})) {
      if (kind !== 'code' || options?.sentTo === undefined) continue;
      return { sentTo: options.sentTo, validMs: options.validMs ?? defaultValidMs };
    }
  }
  return undefined;
}
