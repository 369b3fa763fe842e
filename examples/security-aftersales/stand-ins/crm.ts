import type { Hono } from 'hono';
import { standInSecrets, standInSettings } from './keys.ts';
import { push, standardHeaders } from './push.ts';
import type { Bindings, Surroundings, SystemKind } from './stand-in.ts';

/** A ticket as the CRM keeps it; instants are local Shanghai time without a zone, as it writes them. */
interface Ticket {
  readonly id: number;
  readonly number: string;
  readonly status: 'open' | 'resolved' | 'closed';
  readonly finalResolvedAt?: string;
  readonly updatedAt: string;
  readonly owner: string;
}

const tokenLifeSeconds = 3600;

/**
 * The CRM: every reply is HTTP 200 with an `errorCode`, except that of the token. `PUT /_tickets/<number>` changes a ticket
 * as its staff would and pushes the change, signed, to the address of `PUT /_hook`; `{ "silently": true }` pushes nothing.
 */
export const crmSystem: SystemKind = {
  errorIn200: { errorCode: 500, errorMessage: '系统内部错误' },
  routes: (surroundings) => {
    const tickets = new Map<string, Ticket>();
    tokenRoute(surroundings);
    ticketRoutes(surroundings.app, tickets, surroundings.now);
    staffRoutes(surroundings, tickets);
  },
};

function tokenRoute({ app, now }: Surroundings): void {
  const tokens = new Map<string, number>();
  app.post('/oauth/token', async (c) => {
    const form = await c.req.parseBody();
    const known =
      form['client_id'] === standInSettings.CRM_CLIENT &&
      form['client_secret'] === standInSecrets['crm-client'];
    if (!known) return c.json({ error: 'invalid_client' }, 401);
    const token = `crm-token-${tokens.size + 1}`;
    tokens.set(token, now() + tokenLifeSeconds * 1000);
    return c.json({ access_token: token, token_type: 'bearer', expires_in: tokenLifeSeconds });
  });
  app.put('/_tokens/expire', (c) => {
    for (const token of tokens.keys()) tokens.set(token, 0);
    return c.json({});
  });
  app.use('/tickets/*', async (c, next) => {
    const token = (c.req.header('authorization') ?? '').replace('Bearer ', '');
    if ((tokens.get(token) ?? 0) > now()) return next();
    return c.json({ errorCode: 401, errorMessage: '登录已失效' }, 401);
  });
}

const found = (data: unknown) => ({ errorCode: 0, errorMessage: '', data });

function ticketRoutes(app: Hono<Bindings>, tickets: Map<string, Ticket>, now: () => number): void {
  app.get('/tickets', (c) => {
    const { since = '', after = '', limit = '200' } = c.req.query();
    const changed = [...tickets.values()]
      .map((ticket) => ({ ticket, instant: instantOf(ticket.updatedAt) }))
      .filter(
        ({ ticket, instant }) => instant > since || (instant === since && ticket.id > Number(after || 0)),
      )
      .sort((a, b) => a.instant.localeCompare(b.instant) || a.ticket.id - b.ticket.id)
      .map(({ ticket }) => ticket);
    return c.json(found({ items: changed.slice(0, Number(limit)), total: changed.length }));
  });
  app.get('/tickets/:number', (c) => {
    const ticket = tickets.get(c.req.param('number'));
    return c.json(ticket === undefined ? { errorCode: 404, errorMessage: '工单不存在' } : found(ticket));
  });
  app.put('/tickets/:number/status', async (c) => {
    const number = c.req.param('number');
    const { status } = await c.req.json();
    tickets.set(number, { ...ticketOf(tickets, number), status, updatedAt: localTime(now()) });
    return c.json(found({ number, status }));
  });
}

function staffRoutes({ app, now, faults }: Surroundings, tickets: Map<string, Ticket>): void {
  let hook: string | undefined;
  let pushes = 0;
  app.put('/_hook', async (c) => {
    hook = (await c.req.json()).url;
    return c.json({ hook });
  });
  app.get('/_tickets', (c) => c.json([...tickets.values()]));
  app.put('/_tickets/:number', async (c) => {
    const number = c.req.param('number');
    const { silently, ...change } = await c.req.json();
    const ticket: Ticket = { ...ticketOf(tickets, number), updatedAt: localTime(now()), ...change };
    tickets.set(number, ticket);
    if (hook === undefined || silently === true) return c.json({ ticket, answers: [] });
    pushes += 1;
    const body = JSON.stringify({ type: 'ticket.changed', ticket });
    const headers = standardHeaders(`crm-${pushes}`, body, standInSecrets['crm-webhook'], now());
    const times = faults.take('doubledEvent', 'PUSH', '/') === undefined ? 1 : 2;
    const answers: (number | undefined)[] = [];
    for (let nth = 0; nth < times; nth += 1) answers.push(await push(hook, body, headers));
    return c.json({ ticket, answers });
  });
}

function ticketOf(tickets: Map<string, Ticket>, number: string): Ticket {
  return (
    tickets.get(number) ?? { id: tickets.size + 1, number, status: 'open', updatedAt: '', owner: '客服一组' }
  );
}

/** `yyyy-MM-dd HH:mm:ss` in Shanghai, which has had no daylight saving since 1991. */
function localTime(atMs: number): string {
  return new Date(atMs + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

/** The instant of such a text, as the interface takes it in `since`. */
function instantOf(local: string): string {
  return new Date(`${local.replace(' ', 'T')}+08:00`).toISOString();
}
