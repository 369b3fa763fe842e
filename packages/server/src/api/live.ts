import type { Handler } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { type Asker, askerOf } from '../gate/actor.ts';
import { may } from '../gate/may.ts';
import type { FeedPlace, FeedRow } from '../store/journal-rows.ts';
import type { ApiPorts } from './api-ports.ts';
import { findSession } from './customer-session.ts';
import { createLiveFeed } from './live-feed.ts';
import { refuse } from './problem.ts';
import { answering } from './route-operation.ts';
import { type Topic, topicsOf } from './topics.ts';

const commentEveryMs = 15_000;
const checkEveryMs = 5_000;
const streamsPerPerson = 4;
const mostMissed = 500;

/** `/api/events`: which work orders changed. No value travels, so rights apply to the request that follows. */
export function liveEvents(ports: ApiPorts): Handler {
  const feed = createLiveFeed(ports);
  const open = new Map<string, number>();
  return async (context) => {
    const asker = await askerOf(context.req.raw, ports.signIn, (token) => findSession(ports, token));
    if (asker.kind === 'nobody') return answering(ports, context, async () => refuse('gate/sign-in'));
    const topics = topicsOf(context.req.query('topics') ?? '', asker);
    const key = asker.person.id;
    const count = open.get(key) ?? 0;
    if (count >= streamsPerPerson) return answering(ports, context, async () => refuse('limit/streams'));
    open.set(key, count + 1);
    context.header('X-Accel-Buffering', 'no');
    return streamSSE(context, async (stream) => {
      const tell = tellRows(ports, stream, { asker, topics });
      const stop = await feed.listen((rows) => void tell(rows));
      try {
        await resume(stream, context.req.header('last-event-id'), { since: feed.since, tell });
        await whileOpen(stream, () => isStill(ports, context.req.raw, asker));
      } finally {
        stop();
        open.set(key, (open.get(key) ?? 1) - 1);
      }
    });
  };
}

interface Listener {
  readonly asker: Exclude<Asker, { readonly kind: 'nobody' }>;
  readonly topics: readonly Topic[];
}

type Tell = (rows: readonly FeedRow[]) => Promise<void>;

function tellRows(ports: ApiPorts, stream: SSEStreamingApi, { asker, topics }: Listener): Tell {
  return async (rows) => {
    for (const row of rows) {
      if (row.tenant !== asker.person.tenant) continue;
      const concerned = topics.filter((topic) => topic.concerns(row));
      if (concerned.length === 0 || !(await mayHear(ports, asker, row))) continue;
      const { workOrderId: workOrder, seq, at } = row;
      for (const { name } of concerned) {
        const data = JSON.stringify({ topic: name, workOrder, seq, at });
        await stream.writeSSE({ event: 'changed', id: `${row.xid}.${row.position}`, data });
      }
    }
  };
}

async function mayHear(ports: ApiPorts, asker: Listener['asker'], row: FeedRow): Promise<boolean> {
  const order = await ports.host.load(row.tenant, row.workOrderId);
  if (order === undefined) return false;
  const { workflow } = order.version.compiled;
  const { tenant, workOrderId } = row;
  return may(asker, { kind: 'see', workflow, workOrderId, tenant }) === 'yes';
}

interface Resuming {
  readonly since: (place: FeedPlace) => Promise<readonly FeedRow[]>;
  readonly tell: Tell;
}

/** What was missed while away; too much of it, or a place nobody knows, and the screen is told to read afresh. */
async function resume(stream: SSEStreamingApi, lastId: string | undefined, { since, tell }: Resuming) {
  if (lastId === undefined) return;
  const [, xid, position] = /^(\d{1,20})\.(\d{1,15})$/.exec(lastId) ?? [];
  const missed = xid === undefined ? undefined : await since({ xid, position: Number(position) });
  if (missed === undefined || missed.length >= mostMissed)
    await stream.writeSSE({ event: 'reset', data: '{}' });
  else await tell(missed);
}

async function whileOpen(stream: SSEStreamingApi, isAllowed: () => Promise<boolean>): Promise<void> {
  await stream.write(': open\n\n');
  let sinceComment = 0;
  while (!stream.aborted && !stream.closed) {
    await stream.sleep(checkEveryMs);
    if (stream.aborted || !(await isAllowed())) return;
    sinceComment += checkEveryMs;
    if (sinceComment < commentEveryMs) continue;
    sinceComment = 0;
    await stream.write(': \n\n');
  }
}

// A session that was ended, or a link that was taken back, ends its streams.
async function isStill(ports: ApiPorts, request: Request, asker: Listener['asker']): Promise<boolean> {
  const now = await askerOf(request, ports.signIn, (token) => findSession(ports, token));
  return now.kind === asker.kind && now.person.id === asker.person.id;
}
