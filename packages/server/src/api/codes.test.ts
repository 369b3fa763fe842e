import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { localOperations } from '../host/lookups/local-operations.ts';
import type { VirtualOrigin } from '../host/origin.ts';
import { openTestApi, report, type TestApi } from '../proving/open-test-api.ts';
import type { SentText } from './api-ports.ts';

let api: TestApi;
let workOrderId = '';
let phone = 13_800_000_000;
const sent: SentText[] = [];
let isChannelDown = false;

beforeAll(async () => {
  api = await openTestApi({
    sendText: async (_order, text) => {
      if (!isChannelDown) sent.push(text);
      return !isChannelDown;
    },
  });
}, 60_000);
afterAll(() => api.close(), 60_000);

beforeEach(async () => {
  sent.length = 0;
  isChannelDown = false;
  phone += 1;
  const values = { ...report, phone: String(phone), sn: `NVR${phone}` };
  const body = { workflow: 'security-aftersales', values, acknowledged: ['device'] };
  const started = await api.ask('/api/work-orders', { as: 'agent-1', body });
  workOrderId = (await started.json()).id;
});

const send = (headers = {}) =>
  api.ask(`/api/work-orders/${workOrderId}/codes`, { as: 'agent-1', body: {}, headers });
const type = (code: string) =>
  api.ask(`/api/work-orders/${workOrderId}/codes/confirm`, { as: 'agent-1', body: { code } });
const sentCode = () => sent.at(-1)?.parameters['code'] ?? '';
const wrong = () => (sentCode() === '000000' ? '111111' : '000000');

async function confirmedAt(of = workOrderId): Promise<unknown> {
  const operations = localOperations(api.installation.kysely, { tenant: 'shenzhen', workOrderId: of });
  return operations['paidan.confirmedCode']?.({ sentTo: `+86${phone}` }, { effectId: 'e' });
}

describe('a one-time code', () => {
  it('goes to the number of the record, which the answer shows shortened', async () => {
    const answer = await (await send()).json();
    expect(sent).toMatchObject([{ mobile: `+86${phone}` }]);
    expect(sentCode()).toMatch(/^\d{6}$/);
    expect(answer.sentTo).toContain('****');
  });

  it('is the same when the same command comes again, and another for another', async () => {
    const key = { 'idempotency-key': '4b0a0a52-6c35-4d6d-9b3e-000000000001' };
    await send(key);
    await send(key);
    expect(new Set(sent.map(({ parameters }) => parameters['code'])).size).toBe(1);
    await send();
    expect(new Set(sent.map(({ parameters }) => parameters['code'])).size).toBe(2);
  });

  it('[R28] confirms when typed in, and only for its own work order and number', async () => {
    await send();
    expect(await confirmedAt()).toMatchObject({ absent: true });
    expect((await type(sentCode())).status).toBe(200);
    expect(await confirmedAt()).toEqual({ confirmedAt: api.installation.origin.now() });
    expect(await confirmedAt('another')).toMatchObject({ absent: true });
  });

  it('is refused when wrong, and after five tries even when right', async () => {
    await send();
    const right = sentCode();
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await (await type(wrong())).json()).toMatchObject({ code: 'code/wrong', status: 422 });
    }
    expect((await type(right)).status).toBe(422);
    expect(await confirmedAt()).toMatchObject({ absent: true });
  });

  it('is over after ten minutes', async () => {
    await send();
    const origin = api.installation.origin as VirtualOrigin;
    origin.set(new Date(Date.parse(origin.now()) + 600_000).toISOString());
    expect((await type(sentCode())).status).toBe(422);
  });

  it('is void once a newer one is sent', async () => {
    await send();
    const older = sentCode();
    const origin = api.installation.origin as VirtualOrigin;
    origin.set(new Date(Date.parse(origin.now()) + 1000).toISOString());
    await send();
    expect((await type(older)).status).toBe(422);
    expect((await type(sentCode())).status).toBe(200);
  });

  it('goes out three times an hour to one number and no more', async () => {
    for (let nth = 0; nth < 3; nth += 1) expect((await send()).status).toBe(200);
    expect(await (await send()).json()).toMatchObject({ code: 'code/too-many', status: 429 });
    expect(sent).toHaveLength(3);
  });

  it('says so when no channel carried it', async () => {
    isChannelDown = true;
    expect(await (await send()).json()).toMatchObject({ code: 'code/not-sent', remedy: 'retry' });
  });

  it('is nothing that a stranger can ask for', async () => {
    const answer = await api.ask(`/api/work-orders/${workOrderId}/codes`, { body: {} });
    expect(answer.status).toBe(401);
    expect(sent).toEqual([]);
  });
});
