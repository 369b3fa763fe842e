import { randomUUID } from 'node:crypto';
import type { Server, VirtualTime } from '@paidan/server';
import type { Problem } from '@paidan/server/contract';

/** Somebody who asks over HTTP. What the server then does by itself is done when a call returns. */
export interface Asker {
  get<Answer>(path: string): Promise<Answer>;
  /** The answer, or an error whose message is the problem. */
  post<Answer>(path: string, body: object): Promise<Answer>;
  /** The problem a refused request was answered with. */
  refused(path: string, body: object): Promise<Problem>;
}

export function askerAt(
  server: Server,
  headers: { readonly [name: string]: string },
  time: VirtualTime,
): Asker {
  const call = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${server.url}/api${path}`, {
      method,
      headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    await time.settle();
    return { ok: response.ok, body: await response.json() };
  };
  const answered = async (method: string, path: string, body?: object) => {
    const { ok, body: answer } = await call(method, path, body);
    if (!ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
  return {
    get: (path) => answered('GET', path),
    post: (path, body) => answered('POST', path, body),
    refused: async (path, body) => {
      const { ok, body: answer } = await call('POST', path, body);
      if (ok) throw new Error(`POST ${path} was not refused`);
      return answer;
    },
  };
}
