import type { Json } from '@paidan/engine/issue';
import type { Context, Handler as HonoHandler } from 'hono';
import type { OperationId, Route } from '../contract/routes.ts';
import { type Asker, askerOf } from '../gate/actor.ts';
import { may } from '../gate/may.ts';
import type { RateLimit } from '../gate/request-limits.ts';
import type { CommandId } from '../host/host.ts';
import type { ApiPorts } from './api-ports.ts';
import { type Handlers, isWrite, type Reply } from './call.ts';
import { commandOf } from './command-of.ts';
import { findSession } from './customer-session.ts';
import { localeOf } from './locale.ts';
import { type Occasion, problemOf, type Refusal, refusalOf, refuse } from './problem.ts';
import { misfit, readBody } from './read-body.ts';

export interface Operating {
  readonly ports: ApiPorts;
  readonly handlers: Handlers;
  readonly rates: RateLimit;
}

/** The way of every JSON operation: limits → who asks → may they → body → handler → checked answer. */
export function routeOperation(operating: Operating, id: OperationId, route: Route): HonoHandler {
  return (context) =>
    answering(operating.ports, context, (asker) => run(operating, { id, route, context, asker }));
}

interface Run {
  readonly id: OperationId;
  readonly route: Route;
  readonly context: Context;
  readonly asker: Asker;
}

const nobodysCommand = { tenant: '', commandId: '', fingerprint: '' };

async function run(operating: Operating, { id, route, context, asker }: Run): Promise<Reply<unknown>> {
  const { ports, handlers } = operating;
  const request = context.req.raw;
  const hindrance = admit(operating, asker, { route, request });
  if (hindrance !== undefined) return hindrance;
  const read = await readBody(request, isWrite(route) ? route.body : undefined);
  if (read.kind !== 'read') return read;
  const person = asker.kind === 'nobody' ? undefined : asker.person;
  const command = commandFor(route, { request, asker, body: read.body });
  if (command === undefined) return refuse('request/no-command-id');
  const ifMatch = request.headers.get('if-match');
  const call = {
    ...{ ports, asker, params: context.req.param(), query: context.req.query(), body: read.body, request },
    ...{ locale: localeOf(request.headers.get('accept-language'), person?.locale), person, command },
    ...(ifMatch === null ? {} : { ifMatch }),
  };
  // The table's types say what each handler takes; the checks above have just made sure of it.
  const handle: (call: never) => Promise<Reply<unknown>> = handlers[id];
  const reply = await handle(call as never);
  if (reply.kind === 'done' && ports.checkAnswers === true) checkAnswer(id, route, reply.body);
  return reply;
}

function admit(
  { ports, rates }: Operating,
  asker: Asker,
  { route, request }: { readonly route: Route; readonly request: Request },
): Refusal | undefined {
  const address = ports.addressOf?.(request) ?? '';
  const wait = rates.check(asker, address, Date.parse(ports.host.now()));
  if (wait !== undefined) return refuse('limit/requests', { seconds: wait });
  const verdict = may(asker, { kind: 'call', who: route.who, hasDemo: ports.demo !== undefined });
  if (verdict === 'sign-in') return refuse('gate/sign-in');
  if (verdict === 'not-permitted') return refuse('gate/not-permitted');
  return verdict === 'absent' ? refuse('gate/not-found') : undefined;
}

function commandFor(
  route: Route,
  {
    request,
    asker,
    body,
  }: { readonly request: Request; readonly asker: Asker; readonly body: Json | undefined },
): CommandId | undefined {
  // What a stranger may send changes no work order: opening a link, taking a place in a demo.
  if (!isWrite(route) || asker.kind === 'nobody') return nobodysCommand;
  return commandOf(request, asker.person, body);
}

/** Says a reply over HTTP; what is thrown becomes a problem that tells nothing of the inside. */
export async function answering(
  ports: ApiPorts,
  context: Context,
  answer: (asker: Asker) => Promise<Reply<unknown>>,
): Promise<Response> {
  const request = context.req.raw;
  const locale = localeOf(request.headers.get('accept-language'));
  const occasion = { locale, instance: new URL(request.url).pathname, reference: reference(ports) };
  try {
    const asker = await askerOf(request, ports.signIn, (token) => findSession(ports, token));
    const setting = asker.kind === 'person' ? asker.person.locale : undefined;
    const reply = await answer(asker);
    return say(context, reply, { ...occasion, locale: setting ?? locale });
  } catch (error) {
    ports.log?.error({ err: error, reference: occasion.reference }, 'a request failed');
    return say(context, refusalOf(error), occasion);
  }
}

function say(context: Context, reply: Reply<unknown>, occasion: Occasion): Response {
  context.header('Content-Language', occasion.locale);
  context.header('Vary', 'Accept-Language, Cookie');
  context.header('Cache-Control', 'no-store');
  if (reply.kind === 'done') {
    for (const [name, value] of Object.entries(reply.headers ?? {})) context.header(name, value);
    return reply.body === undefined ? context.body(null, 204) : context.json(reply.body, reply.status ?? 200);
  }
  const problem = problemOf(reply, occasion);
  if (problem.status === 429) context.header('Retry-After', retryAfter(reply));
  if (problem.status === 503) context.header('Retry-After', '1');
  context.header('Content-Type', 'application/problem+json');
  return context.body(JSON.stringify(problem), problem.status as 400);
}

function retryAfter(reply: Refusal): string {
  const seconds = reply.kind === 'problem' ? reply.data?.['seconds'] : undefined;
  return String(seconds ?? 60);
}

function reference(ports: ApiPorts): string {
  return `r-${ports.newId().slice(0, 8)}`;
}

function checkAnswer(id: OperationId, route: Route, body: unknown): void {
  if (route.answer === undefined) {
    if (body !== undefined) throw new Error(`${id} answers, but the table names no answer`);
    return;
  }
  const found = misfit(route.answer, body);
  if (found !== undefined) throw new Error(`the answer of ${id} at ${found.where}: ${found.found}`);
}
