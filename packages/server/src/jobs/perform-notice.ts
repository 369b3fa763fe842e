import {
  afterOutcome,
  chooseConnection,
  connectorOf,
  type DeliveryPorts,
  type DeliveryState,
  deliverNotice,
  type Notice,
  type Reader,
} from '@paidan/connectors';
import type { NotifyEffect } from '@paidan/engine';
import type { JsonObject } from '@paidan/engine/issue';
import type { Outcome } from '@paidan/engine/mapping';
import { keepNextAttempt, markRunning } from '../store/effects.ts';
import { outcomeTold } from './effect-outcome.ts';
import type { EffectWork, JobPorts } from './job-ports.ts';
import { readersOf } from './notice-readers.ts';
import { tellOutcome } from './tell-outcome.ts';

/** Channels inside Paidan: the desk's inbox and the customer's page show the journal itself. */
const ownChannels: readonly string[] = ['desk', 'page'];

/** Ten, thirty, ninety seconds, as for calls; then the notice has failed. */
const retry = { limit: 3, firstDelayMs: 10_000, factor: 3 } as const;

type NoticeWork = EffectWork & { readonly effect: NotifyEffect };

/** Sends a notice over each of its channels. It has arrived when one of them carried it. */
export async function performNotice(ports: JobPorts, work: NoticeWork): Promise<void> {
  const { stored, effect, attempt } = work;
  const { tenant, workOrderId } = stored;
  const order = await ports.host.load(tenant, workOrderId);
  if (order === undefined) return;
  const outside = ports.outside(order.version, { tenant, workOrderId });
  const readers = await readersOf(ports.kysely, order, effect);
  await markRunning(ports.kysely, effect.id, attempt);
  const { title } = order.version.compiled.workflow;
  const notice = { effect, readers, title: typeof title === 'string' ? title : (title['zh-CN'] ?? '') };
  const outcomes = await Promise.all(effect.channels.map((by) => sendOver(outside, { ...notice, by })));
  await settle(ports, work, best(outcomes));
}

interface Sending {
  readonly effect: NotifyEffect;
  readonly readers: readonly Reader[];
  readonly title: string;
  readonly by: string;
}

const arrived: Outcome = { kind: 'succeeded', output: {} };

async function sendOver(outside: DeliveryPorts, { effect, readers, title, by }: Sending): Promise<Outcome> {
  if (ownChannels.includes(by)) return arrived;
  const connection = chooseConnection(outside.connections, { by, role: effect.to.role });
  if (connection === undefined) return { kind: 'refused', code: 'notice/no-connection', message: by };
  const { text, parameters } = effect;
  const notice = { title, text, parameters, locale: 'zh-CN' } as const;
  const speaksTo = connectorOf(outside.connections[connection]?.kind ?? '')?.notice?.speaksTo;
  const send = (id: string, whom: Notice['readers']) =>
    deliverNotice({ id, connection, notice: { ...notice, readers: whom } }, outside);
  if (speaksTo === 'group') return send(`${effect.id}/${by}`, readers);
  if (readers.length === 0) return { kind: 'refused', code: 'notice/nobody', message: effect.to.role };
  return best(
    await Promise.all(readers.map((reader, index) => send(`${effect.id}/${by}/${index}`, [reader]))),
  );
}

/** The most hopeful of several: arrived, still possible, in doubt, refused. */
function best(outcomes: readonly Outcome[]): Outcome {
  const hopes: readonly Outcome['kind'][] = ['succeeded', 'tryLater', 'unknown', 'refused'];
  for (const kind of hopes) {
    const found = outcomes.find((outcome) => outcome.kind === kind);
    if (found !== undefined) return found;
  }
  return { kind: 'refused', code: 'notice/no-channel', message: '' };
}

async function settle(ports: JobPorts, work: NoticeWork, outcome: Outcome): Promise<void> {
  const { stored, effect, attempt } = work;
  const attempted = { kind: 'sent', outcome } as const;
  const { next, state } = afterOutcome({
    ...{ effectId: effect.id, delivery: { mode: 'once' }, retry, attempted, at: ports.now() },
    state: (stored.delivery as { readonly state?: DeliveryState } | undefined)?.state,
  });
  const isOver = next.kind === 'settle' || next.kind === 'incident' || next.raise !== undefined;
  if (isOver) {
    const told = outcomeTold(
      attempted,
      next.kind === 'settle' ? next.raise : (next.raise ?? 'failed'),
      attempt,
    );
    return tellOutcome(ports, work, { outcome: told, final: true });
  }
  const delivery: JsonObject = { state: { ...state } };
  return tellOutcome(ports, work, { state: 'retrying', attempt, nextAt: next.dueAt }, (transaction) =>
    keepNextAttempt(transaction, ports.boss, { stored, attempt: attempt + 1, delivery, dueAt: next.dueAt }),
  );
}
