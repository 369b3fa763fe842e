import { type DeliveryPorts, deliver, queryBack } from '@paidan/connectors';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { seedDevices } from './device-file.ts';
import { type StandIns, startStandIns } from './start-stand-ins.ts';
import { portsOn } from './test-ports.ts';

let standIns: StandIns;
let ports: DeliveryPorts;
let closePorts: () => Promise<void>;
let nth = 2000;

const sent = { resolvedAt: '2026-01-08T09:12:00+08:00', engineerId: '1007' };
const post = (ticketNo: string, own: object = {}) => ({
  id: `${ticketNo}/7/0`,
  operation: 'erp.postResolution',
  request: { ticketNo, ...sent, ...own },
});
const lookUp = (sn: string) => ({ id: 'w/1/0', operation: 'erp.deviceBySn', request: { sn } });
function next(): string {
  nth += 1;
  return `WO-${nth}`;
}
const received = (path: string) => standIns.systems.erp.calls().filter((call) => call.path.startsWith(path));
const fees = async (ticketNo: string): Promise<readonly { ticketNo: string }[]> =>
  (await (await fetch(`${standIns.urls.erp}/_fees`)).json()).filter(
    (fee: { ticketNo: string }) => fee.ticketNo === ticketNo,
  );

beforeAll(async () => {
  standIns = await startStandIns();
  const made = portsOn(standIns);
  ports = made.ports;
  closePorts = made.close;
});
beforeEach(() => standIns.systems.erp.setFaults({}));
afterAll(async () => {
  await closePorts();
  await standIns.close();
});

describe('the three-field call', () => {
  test('[S41] sends three keys, no more, under the delivery id', async () => {
    const effect = post('WO-2031');
    expect(await deliver(effect, ports)).toMatchObject({ kind: 'succeeded', output: { feeNo: 'FW000001' } });
    const call = received('/service-fees').at(-1);
    expect(call?.body).toBe(
      '{"ticketNo":"WO-2031","resolvedAt":"2026-01-08T09:12:00+08:00","engineerId":"1007"}',
    );
    expect(call?.headers).toMatchObject({ 'idempotency-key': effect.id, 'paidan-delivery-id': effect.id });
  });

  test('[S41] settles once, however often the same delivery arrives', async () => {
    const effect = post(next());
    await deliver(effect, ports);
    expect(await deliver(effect, ports)).toMatchObject({ kind: 'succeeded' });
    expect(await fees(effect.request.ticketNo)).toHaveLength(1);
  });

  test('[S42] is grey when the ERP commits and never answers, and green once asked', async () => {
    const effect = post(next());
    standIns.systems.erp.setFaults({ commitThenTimeout: { only: 'POST' } });
    expect(await deliver(effect, ports)).toMatchObject({ kind: 'unknown', reason: 'timed-out' });
    expect(await queryBack(effect, ports)).toMatchObject({ kind: 'same' });
    expect(await fees(effect.request.ticketNo)).toHaveLength(1);
  });

  test('is unknown when the connection drops after the ERP committed', async () => {
    const effect = post(next());
    standIns.systems.erp.setFaults({ cutOff: { only: 'POST' } });
    expect(await deliver(effect, ports)).toMatchObject({ kind: 'unknown', reason: 'cut-off' });
    expect(await queryBack(effect, ports)).toMatchObject({ kind: 'same' });
  });

  test('finds nothing where nothing was committed', async () => {
    const effect = post(next());
    standIns.systems.erp.setFaults({ serverError: {} });
    expect(await deliver(effect, ports)).toMatchObject({ kind: 'unknown', reason: 'server-error' });
    expect(await queryBack(effect, ports)).toEqual({ kind: 'absent' });
  });

  test('sees that the ERP holds another instant', async () => {
    const effect = post(next());
    await deliver(post(effect.request.ticketNo, { resolvedAt: '2026-01-08T09:13:00+08:00' }), ports);
    expect(await queryBack(effect, ports)).toEqual({ kind: 'different' });
  });

  test('takes the same instant in another zone for the same', async () => {
    const effect = post(next());
    await deliver(post(effect.request.ticketNo, { resolvedAt: '2026-01-08T01:12:00Z' }), ports);
    expect(await queryBack(effect, ports)).toMatchObject({ kind: 'same' });
  });

  test('says that a question stayed unanswered', async () => {
    standIns.systems.erp.setFaults({ serverError: { only: 'GET' } });
    expect(await queryBack(post(next()), ports)).toEqual({ kind: 'unanswered' });
  });
});

describe('answers', () => {
  test('[R35] an error inside a 200 is never a success', async () => {
    const effect = post(next());
    standIns.systems.erp.setFaults({ errorIn200: {} });
    expect(await deliver(effect, ports)).toMatchObject({ kind: 'refused', message: '系统繁忙，结算未登记' });
    expect(await fees(effect.request.ticketNo)).toHaveLength(0);
  });

  test("a proxy's page with status 200 is never a success", async () => {
    standIns.systems.erp.setFaults({ proxyPage: {} });
    expect((await deliver(post(next()), ports)).kind).not.toBe('succeeded');
  });

  test('Retry-After is carried on', async () => {
    standIns.systems.erp.setFaults({ throttle: { retryAfter: 120 } });
    expect(await deliver(post(next()), ports)).toEqual({
      kind: 'tryLater',
      reason: 'throttled',
      waitMs: 120_000,
    });
  });

  test('nothing was sent while the ERP refuses connections', async () => {
    const effect = post(next());
    const fresh = portsOn(standIns);
    await standIns.systems.erp.pause();
    expect(await deliver(effect, fresh.ports)).toMatchObject({ kind: 'tryLater', reason: 'not-sent' });
    await standIns.systems.erp.resume();
    await fresh.close();
    expect(await deliver(effect, ports)).toMatchObject({ kind: 'succeeded' });
  });

  test('[S03] a field the answer has and the schema has not is dropped', async () => {
    const outcome = await deliver(lookUp('NVR20250001'), ports);
    expect(outcome).toMatchObject({ kind: 'succeeded', output: { brand: '鹏盾', deviceType: '录像机' } });
    expect(JSON.stringify(outcome)).not.toMatch(/costCents|supplier|12345|内部/);
  });

  test('a device nobody knows is an answer', async () => {
    expect(await deliver(lookUp('NOPE'), ports)).toMatchObject({ kind: 'succeeded', absent: true });
  });

  test('a missing warranty end stays missing', async () => {
    const device = seedDevices('2026-01-08').find(({ warrantyUntil }) => warrantyUntil === undefined);
    const outcome = await deliver(lookUp(device?.sn ?? ''), ports);
    expect(outcome.kind === 'succeeded' && outcome.output).not.toHaveProperty('warrantyUntil');
  });
});

describe('what is sent', () => {
  test('a path value can change neither host nor path', async () => {
    await deliver(lookUp('../service-fees?ticketNo=x'), ports);
    expect(standIns.systems.erp.calls().at(-1)?.path).toBe('/devices/..%2Fservice-fees%3FticketNo%3Dx');
    expect(await deliver(lookUp('..'), ports)).toMatchObject({ kind: 'refused', code: 'request/incomplete' });
  });

  test('a secret echoed in an error text appears nowhere', async () => {
    const wrong = portsOn(standIns, { secret: () => 'wrong-key-7781' });
    const outcome = await deliver(post(next()), wrong.ports);
    expect(outcome.kind).toBe('tryLater');
    expect(JSON.stringify(outcome)).not.toContain('wrong-key-7781');
    await wrong.close();
  });

  test('nothing leaves while a secret has no value', async () => {
    const before = received('/').length;
    const without = portsOn(standIns, { secret: () => undefined });
    expect(await deliver(post(next()), without.ports)).toMatchObject({
      kind: 'refused',
      code: 'connection/not-configured',
    });
    expect(received('/').length).toBe(before);
    await without.close();
  });

  test('nothing leaves for a private address that no administrator opened', async () => {
    const shut = portsOn(standIns, {
      reach: [],
      setting: (name) => (name === 'ERP_REACH' ? '' : standIns.settings[name]),
    });
    expect(await deliver(post(next()), shut.ports)).toMatchObject({
      kind: 'refused',
      code: 'network/not-allowed',
    });
    await shut.close();
  });

  test('[S03] only declared operations are called', async () => {
    expect(await deliver({ id: 'w/1/0', operation: 'erp.deleteAll', request: {} }, ports)).toMatchObject({
      kind: 'refused',
      code: 'operation/unknown',
    });
  });

  test('a local operation answers in place of a call', async () => {
    const local = {
      'paidan.duplicates': async (request: object) => ({ count: Object.keys(request).length }),
    };
    const outcome = await deliver(
      { id: 'w/1/0', operation: 'paidan.duplicates', request: { sn: 'x' } },
      { ...ports, localOperations: local },
    );
    expect(outcome).toEqual({ kind: 'succeeded', output: { count: 1 } });
  });
});

describe('tokens', () => {
  const ticket = { id: 'w/1/0', operation: 'crm.setStatus', request: { number: 'WO-1', status: 'open' } };

  test('one token serves many calls and is renewed when the CRM rejects it', async () => {
    const tokenCalls = () =>
      standIns.systems.crm.calls().filter(({ path }) => path === '/oauth/token').length;
    await Promise.all([1, 2, 3].map(() => deliver(ticket, ports)));
    expect(tokenCalls()).toBe(1);
    await fetch(`${standIns.urls.crm}/_tokens/expire`, { method: 'PUT' });
    expect(await deliver(ticket, ports)).toMatchObject({ kind: 'succeeded' });
    expect(tokenCalls()).toBe(2);
  });

  test('a call is not sent while the token cannot be had', async () => {
    const fresh = portsOn(standIns);
    standIns.systems.crm.setFaults({ serverError: {} });
    expect(await deliver(ticket, fresh.ports)).toMatchObject({ kind: 'tryLater', reason: 'not-sent' });
    await fresh.close();
  });

  test('an approval started twice is one approval, and its receipt is its id', async () => {
    const effect = { id: 'WO-9/3/0', operation: 'dingtalk.startApproval', request: { title: 'WO-9' } };
    const first = await deliver(effect, ports);
    expect(first).toMatchObject({ kind: 'succeeded', output: 'PI-1', receipt: 'PI-1' });
    expect(await deliver(effect, ports)).toEqual(first);
    const question = { id: 'q', operation: 'dingtalk.approvalById', request: { processInstanceId: 'PI-1' } };
    expect(await deliver(question, ports)).toMatchObject({
      kind: 'succeeded',
      output: { status: 'RUNNING' },
    });
  });
});
