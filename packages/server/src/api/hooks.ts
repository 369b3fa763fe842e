import type { Handler } from 'hono';
import { bodyLimitBytes } from '../gate/request-limits.ts';
import type { Heard } from '../host/hear/hear.ts';
import type { ApiPorts } from './api-ports.ts';
import { done, type Reply } from './call.ts';
import { type Refusal, refuse } from './problem.ts';
import { readBytes } from './read-body.ts';
import { answering } from './route-operation.ts';

/** News from outside: the raw bytes and headers go to whoever checks the signature; an answer means it is committed. */
export function hearHook(ports: ApiPorts): Handler {
  return (context) =>
    answering(ports, context, async (): Promise<Reply<unknown>> => {
      if (ports.hear === undefined) return refuse('gate/not-found');
      const body = await readBytes(context.req.raw, bodyLimitBytes);
      if (body === undefined) return refuse('upload/too-large', { limit: '1 MB' });
      const { connection = '', path = '' } = context.req.param();
      const headers = Object.fromEntries(context.req.raw.headers);
      const answer = await ports.hear({ connection, path, headers, query: context.req.query(), body });
      return refusals[answer] ?? done({ heard: answer === 'heard' });
    });
}

const refusals: { readonly [answer in Heard]?: Refusal } = {
  unknown: refuse('gate/not-found'),
  'bad-signature': refuse('hook/signature'),
  stale: refuse('hook/stale'),
  unreadable: refuse('request/not-json'),
};
