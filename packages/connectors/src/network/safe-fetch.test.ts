import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { parseReach } from './allow-list.ts';
import { openSafeFetch } from './safe-fetch.ts';
import type { SafeRequest } from './safe-request.ts';
import vectors from './vectors/guard.json' with { type: 'json' };

const running: Server[] = [];
const open = openSafeFetch({ resolve: async (host) => (host === 'inside.example' ? ['10.0.0.7'] : []) });

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  running.push(server);
  await once(server, 'listening');
  return portOf(server.address());
}

function portOf(address: ReturnType<Server['address']>): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function get(port: number, own: Partial<SafeRequest> = {}): SafeRequest {
  const reach = parseReach(`127.0.0.1:${port}`);
  const limits = { timeoutMs: 400, connectMs: 300, maxBodyBytes: 10_000 };
  return { method: 'GET', url: `http://127.0.0.1:${port}/start`, headers: {}, reach, ...limits, ...own };
}

afterEach(() => {
  for (const server of running.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});
afterAll(() => open.close());

describe('what a name resolves to', () => {
  test.each(vectors.names.map((answers) => ({ answers })))(
    'refuses a name that resolves to $answers',
    async ({ answers }) => {
      const guarded = openSafeFetch({ resolve: async () => answers });
      const result = await guarded.fetch({ ...get(80), url: 'http://erp.example/', reach: [] });
      expect(result).toMatchObject({ kind: 'not-sent', reason: 'guard' });
      await guarded.close();
    },
  );

  test.each([...Array(10).keys()])(
    'connects to the address it checked, not to a second answer (%i)',
    async (round) => {
      const port = await serve((_request, response) => response.end('inside'));
      let asked = 0;
      const answers = ['127.0.0.2', '127.0.0.1'];
      const guarded = openSafeFetch({ resolve: async () => [answers[Math.min(asked++, 1)] ?? ''] });
      const url = `http://rebind-${round}.example:${port}/`;
      const result = await guarded.fetch({ ...get(port), url, reach: parseReach(`127.0.0.2:${port}`) });
      expect(asked).toBe(1);
      expect(result).toMatchObject({ kind: 'not-sent', reason: 'connect' });
      const again = await guarded.fetch({ ...get(port), url, reach: parseReach(`127.0.0.2:${port}`) });
      expect(again).toMatchObject({ kind: 'not-sent', reason: 'guard' });
      await guarded.close();
    },
  );

  test('says that a name resolves to nothing', async () => {
    const result = await open.fetch({ ...get(80), url: 'http://nowhere.example/' });
    expect(result).toMatchObject({ kind: 'not-sent', reason: 'dns' });
  });
});

describe('redirects', () => {
  test.each(vectors.redirects)('refuses a $status to $to', async ({ status, to }) => {
    let reached = 0;
    const closed = await serve((_request, response) => {
      reached += 1;
      response.end('secret');
    });
    const port = await serve((_request, response) => {
      response.writeHead(status, { location: to.replace('{closed}', String(closed)) }).end();
    });
    expect((await open.fetch(get(port))).kind).toBe('not-sent');
    expect(reached).toBe(0);
  });

  test('follows three hops of a read and drops credentials on another origin', async () => {
    const heard: unknown[] = [];
    const last = await serve((request, response) => {
      heard.push(request.headers['x-api-key'], request.headers['paidan-delivery-id']);
      response.end('there');
    });
    const port = await serve((request, response) => {
      const hop = Number(request.url?.slice(1)) || 0;
      const location = hop < 2 ? `/${hop + 1}` : `http://127.0.0.1:${last}/`;
      response.writeHead(302, { location }).end();
    });
    const reach = parseReach(`127.0.0.1:${port} 127.0.0.1:${last}`);
    const headers = { 'X-Api-Key': 'k', 'Paidan-Delivery-Id': 'w/1/0' };
    const result = await open.fetch(get(port, { reach, headers }));
    expect(result).toMatchObject({ kind: 'answered', status: 200, body: 'there' });
    expect(heard).toEqual([undefined, 'w/1/0']);
  });

  test('never sends a write elsewhere', async () => {
    const port = await serve(
      (_request, response) => void response.writeHead(307, { location: '/other' }).end(),
    );
    const result = await open.fetch(get(port, { method: 'POST', body: '{}' }));
    expect(result).toMatchObject({ kind: 'answered', status: 307 });
  });
});

describe('bounds', () => {
  test.each([
    { name: 'a body over the limit', listener: (size: number) => Buffer.alloc(size), packed: false },
    { name: 'a packed bomb', listener: (size: number) => gzipSync(Buffer.alloc(size * 100)), packed: true },
  ])('gives up on $name', async ({ listener, packed }) => {
    const port = await serve((_request, response) => {
      response.writeHead(200, packed ? { 'content-encoding': 'gzip' } : {});
      response.end(listener(20_000));
    });
    expect(await open.fetch(get(port))).toMatchObject({ kind: 'broken', reason: 'unreadable' });
  });

  test('gives up on an endless body', async () => {
    const port = await serve((_request, response) => {
      const timer = setInterval(() => response.write('x'.repeat(10)), 20);
      response.on('close', () => clearInterval(timer));
    });
    expect(await open.fetch(get(port))).toMatchObject({ kind: 'broken', reason: 'timed-out' });
  });

  test('unpacks a packed answer', async () => {
    const port = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"好":1}'));
    });
    expect(await open.fetch(get(port))).toMatchObject({ kind: 'answered', body: '{"好":1}' });
  });

  test('tells a request that left from one that never did', async () => {
    const hangs = await serve(() => undefined);
    expect(await open.fetch(get(hangs))).toMatchObject({ kind: 'broken', reason: 'timed-out' });
    const cuts = createTcpServer((socket) => void socket.once('data', () => socket.destroy())).listen(
      0,
      '127.0.0.1',
    );
    await once(cuts, 'listening');
    const port = portOf(cuts.address());
    expect(await open.fetch(get(port))).toMatchObject({ kind: 'broken', reason: 'cut-off' });
    cuts.close();
    await once(cuts, 'close');
    expect(await open.fetch(get(port))).toMatchObject({ kind: 'not-sent', reason: 'connect' });
  });
});
