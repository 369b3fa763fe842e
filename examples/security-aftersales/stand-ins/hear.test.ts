import { createServer, type Server } from 'node:http';
import {
  acceptPush,
  type DeliveryPorts,
  deliver,
  detectChange,
  type Known,
  pageRequest,
  readPage,
} from '@paidan/connectors';
import type { Listener } from '@paidan/engine/definition';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import workflow from '../security-aftersales.workflow.json' with { type: 'json' };
import { standInSecrets } from './keys.ts';
import { type StandIns, startStandIns } from './start-stand-ins.ts';
import { portsOn } from './test-ports.ts';

const crm = workflow.listeners['crm-final-resolution'] as unknown as Listener;
const approval = workflow.listeners['dingtalk-approval'] as unknown as Listener;
const since = '2026-01-01T00:00:00.000Z';

let standIns: StandIns;
let ports: DeliveryPorts;
let closePorts: () => Promise<void>;
let hooks: Server;
let hook = '';
const pushes: {
  readonly headers: Record<string, string>;
  readonly query: Record<string, string>;
  readonly body: string;
}[] = [];

beforeAll(async () => {
  standIns = await startStandIns();
  const made = portsOn(standIns);
  ports = made.ports;
  closePorts = made.close;
  hooks = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const query = Object.fromEntries(new URL(request.url ?? '/', 'http://x').searchParams);
    pushes.push({ headers: request.headers as Record<string, string>, query, body });
    response.end();
  });
  await new Promise<void>((done) => hooks.listen(0, '127.0.0.1', done));
  const address = hooks.address();
  hook = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/hook`;
});
afterAll(async () => {
  await closePorts();
  hooks.closeAllConnections();
  hooks.close();
  await standIns.close();
});

const put = async (url: string, body: object) =>
  (await fetch(url, { method: 'PUT', body: JSON.stringify(body) })).json();
const now = () => new Date().toISOString();

describe('the CRM listener', () => {
  test('[S40] webhook and poll report one change: one event', async () => {
    await put(`${standIns.urls.crm}/_hook`, { url: hook });
    standIns.systems.crm.setFaults({ doubledEvent: {} });
    await put(`${standIns.urls.crm}/_tickets/WO-2031`, {
      status: 'resolved',
      finalResolvedAt: '2026-01-08 09:12:00',
    });
    expect(pushes).toHaveLength(2);

    const request = pageRequest(
      crm.by.poll ?? { operation: '', everyMs: 1000 },
      { instant: since, id: '' },
      'first',
    );
    const outcome = await deliver({ id: 'poll/1', operation: 'crm.changedTickets', request }, ports);
    expect(outcome.kind).toBe('succeeded');
    const start = { instant: since, id: '' };
    const page = readPage(
      crm.by.poll ?? { operation: '', everyMs: 1000 },
      { reached: start, kept: start },
      {
        page: 'first',
        output: outcome.kind === 'succeeded' ? outcome.output : null,
        at: now(),
        zone: 'Asia/Shanghai',
      },
    );
    expect(page.items).toHaveLength(1);

    const pushed = pushes.map((one) =>
      acceptPush(crm, one, { keys: [standInSecrets['crm-webhook']], at: now() }),
    );
    const items = [...pushed.flatMap((one) => (one.kind === 'item' ? [one.item] : [])), ...page.items];
    expect(items).toHaveLength(3);
    let known: Known = {};
    const events = items.flatMap((item) => {
      const change = detectChange(
        { id: 'crm-final-resolution', listener: crm },
        known,
        { item },
        { since, at: now() },
      );
      known = change.known;
      return change.events;
    });
    expect(events).toMatchObject([
      { event: 'crm-resolved', payload: { resolvedAt: '2026-01-08T09:12:00+08:00' } },
    ]);
  });

  test('a push under another key is not heard', () => {
    const [first] = pushes;
    const keys = ['whsec_bm90LXRoZS1rZXktb2YtdGhlLWNybS1zdGFuZA=='];
    const accepted = first && acceptPush(crm, first, { keys, at: now() });
    expect(accepted).toEqual({ kind: 'unsigned', reason: 'signature' });
  });
});

describe('the DingTalk listener', () => {
  test('[S45] a forged "agree" is read back and raises nothing; the true one raises its event', async () => {
    const started = await deliver(
      { id: 'WO-7/3/0', operation: 'dingtalk.startApproval', request: { title: 'WO-7' } },
      ports,
    );
    const instanceId = started.kind === 'succeeded' ? String(started.receipt) : '';
    await put(`${standIns.urls.dingtalkApp}/_hook`, { url: hook });
    const heard = async (decided: object) => {
      await put(`${standIns.urls.dingtalkApp}/_approvals/${instanceId}`, decided);
      const last = pushes.at(-1);
      const accepted =
        last && acceptPush(approval, last, { keys: [standInSecrets['ding-events']], at: now() });
      if (accepted?.kind !== 'item') return ['not accepted'];
      const question = {
        id: 'q',
        operation: 'dingtalk.approvalById',
        request: { processInstanceId: instanceId },
      };
      const answer = await deliver(question, ports);
      const output = answer.kind === 'succeeded' ? answer.output : null;
      const subject = { id: 'dingtalk-approval', listener: approval };
      const { events } = detectChange(subject, {}, { item: accepted.item, output }, { since, at: now() });
      return events.map(({ event, matches }) => [event, matches]);
    };
    expect(await heard({ result: 'agree', forged: true })).toEqual([]);
    expect(await heard({ result: 'agree' })).toEqual([
      ['approval-agreed', { 'effect.start-approval.receipt': instanceId }],
    ]);
  });
});
