import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CrashMode, crashModes } from './crash-workflow.ts';

/** One write the sink carried out; a repeat it recognised by its key is not one. */
export interface SinkLine {
  readonly mode: CrashMode;
  readonly ref: string;
  readonly deliveryId: string;
}

export interface CrashSink {
  readonly url: string;
  /** What the log on disk says was carried out. */
  readonly lines: () => readonly SinkLine[];
  /** Requests with a key that was there already. */
  readonly repeats: () => number;
  readonly close: () => Promise<void>;
}

const slowestMs = 40;

/**
 * The other side, with books of its own: an append-only log, synced before each answer. It honours keys, repeats whatever
 * else it is told to, and takes its time before and after writing, so that a kill meets calls at every stage.
 */
export async function openCrashSink(logFile: string): Promise<CrashSink> {
  const log = openSync(logFile, 'a');
  const seenKeys = new Set<string>();
  const probed = new Set<string>();
  let asked = 0;
  let repeats = 0;
  const carryOut = (line: SinkLine, key: string | undefined) => {
    if (key !== undefined && seenKeys.has(key)) {
      repeats += 1;
      return;
    }
    writeSync(log, `${JSON.stringify(line)}\n`);
    fsyncSync(log);
    if (key !== undefined) seenKeys.add(key);
    if (line.mode === 'probe') probed.add(line.ref);
  };
  const server = createServer(async (request, response) => {
    asked += 1;
    const pauseMs = (asked * 7) % slowestMs;
    const url = new URL(request.url ?? '/', 'http://sink');
    const [, first = '', second] = url.pathname.split('/');
    const mode = crashModes.find((one) => one === first);
    const body = await bodyOf(request);
    const reply = (value: object) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify(value));
    if (mode === undefined) return void response.writeHead(404).end();
    if (request.method === 'GET') {
      const ref = url.searchParams.get('ref') ?? '';
      return void reply(probed.has(ref) ? { found: true, ref } : { found: false });
    }
    const ref = second ?? body.ref ?? '';
    await sleep(pauseMs);
    const key = mode === 'key' ? String(request.headers['idempotency-key']) : undefined;
    carryOut({ mode, ref, deliveryId: String(request.headers['paidan-delivery-id']) }, key);
    await sleep(slowestMs - pauseMs);
    reply({ ref });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    lines: () => linesOf(logFile),
    repeats: () => repeats,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      closeSync(log);
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<{ readonly ref?: string }> {
  let text = '';
  for await (const piece of request.setEncoding('utf8')) text += piece;
  return text === '' ? {} : JSON.parse(text);
}

function linesOf(logFile: string): readonly SinkLine[] {
  const written = readFileSync(logFile, 'utf8').split('\n');
  return written.filter((line) => line !== '').map((line): SinkLine => JSON.parse(line));
}
