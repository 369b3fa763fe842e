import { expect, it } from 'vitest';
import { createHttpClient, pathOf } from './http-client.ts';

const origin = { now: () => 0, newId: () => '00000000-0000-4000-8000-000000000001' };

function clientOf(answer: () => Promise<Response>) {
  const asked: Request[] = [];
  const ask = (input: RequestInfo | URL, init?: RequestInit) => {
    asked.push(new Request(input, init));
    return answer();
  };
  return { asked, http: createHttpClient({ url: 'http://desk', origin, locale: () => 'en', fetch: ask }) };
}

it('fills a parameter in as one segment, whatever stands in it', () => {
  expect(pathOf('/work-orders/{id}/events', { params: { id: 'a/../b' } })).toBe(
    '/work-orders/a%2F..%2Fb/events',
  );
  expect(pathOf('/work-orders', { query: { view: 'mine', q: undefined } })).toBe('/work-orders?view=mine');
});

it('sends a write with one key per act, and the same one when the act is repeated', async () => {
  const { http, asked } = clientOf(async () => Response.json({}));
  const act = {
    params: { id: '1' },
    body: { kind: 'comment' },
    commandId: '00000000-0000-4000-8000-00000000000a',
  };
  await http.call('sendEvent', act);
  await http.call('sendEvent', act);
  const keys = asked.map(({ headers }) => headers.get('idempotency-key'));
  expect(keys).toEqual([act.commandId, act.commandId]);
});

it('sends a question without a key, in the reader’s language', async () => {
  const { http, asked } = clientOf(async () => Response.json([]));
  expect(await http.call('workflows')).toEqual({ kind: 'done', value: [] });
  expect(asked[0]?.headers.get('idempotency-key')).toBeNull();
  expect(asked[0]?.headers.get('accept-language')).toBe('en');
});

it('tells a refusal from an outage', async () => {
  const problem = { code: 'gate/not-found', status: 404, issues: [] };
  const type = 'application/problem+json';
  const refused = clientOf(async () =>
    Response.json(problem, { status: 404, headers: { 'content-type': type } }),
  );
  expect(await refused.http.call('me')).toMatchObject({ kind: 'refused', problem });
  const down = clientOf(async () => new Response('bad gateway', { status: 502 }));
  expect(await down.http.call('me')).toMatchObject({ kind: 'outage', problem: { remedy: 'retry' } });
  const away = clientOf(() => Promise.reject(new TypeError('no network')));
  expect(await away.http.call('me')).toMatchObject({
    kind: 'outage',
    problem: { code: 'client/unreachable' },
  });
});
