import { type DeliveryPorts, deliverNotice, type Notice } from '@paidan/connectors';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type StandIns, startStandIns } from './start-stand-ins.ts';
import { portsOn } from './test-ports.ts';

let standIns: StandIns;
let ports: DeliveryPorts;
let closePorts: () => Promise<void>;

beforeAll(async () => {
  standIns = await startStandIns();
  const made = portsOn(standIns);
  ports = made.ports;
  closePorts = made.close;
});
afterAll(async () => {
  await closePorts();
  await standIns.close();
});

const notice = (userId: string): Notice => ({
  title: '财务确认失败',
  text: { 'zh-CN': '**{number}** 财务确认失败：{code}', en: '**{number}** finance sync failed: {code}' },
  parameters: { number: 'WO-2031', code: '密钥 *无效*' },
  locale: 'zh-CN',
  readers: [{ name: '陈敏', userId, mobile: '13800000000' }],
});
const say = (connection: string, own: Partial<DeliveryPorts> = {}, userId = 'head-1') =>
  deliverNotice({ id: `WO-2031/9/${connection}`, connection, notice: notice(userId) }, { ...ports, ...own });

describe('robots and channels', () => {
  test.each(['it-robot', 'duty-robot', 'desk-robot', 'head-robot', 'ops-robot', 'wecom-app', 'sms', 'voice'])(
    '[S43] %s takes a notice, signed and within its limits',
    async (connection) => {
      expect(await say(connection)).toMatchObject({ kind: 'succeeded' });
    },
  );

  test('[S43] a clock 61 minutes off is refused by DingTalk', async () => {
    const off = () => new Date(Date.now() - 61 * 60_000).toISOString();
    expect(await say('it-robot', { now: off })).toMatchObject({
      kind: 'refused',
      message: 'invalid timestamp',
    });
  });

  test('[S43] another key is refused, and the key stays secret', async () => {
    const secret = (name: string) => (name === 'ding-it-key' ? 'SECother' : 'ding-it-token');
    expect(await say('it-robot', { secret })).toMatchObject({ kind: 'refused', message: 'sign not match' });
  });

  test('[S43] the twenty-first message of a minute is to be tried later', async () => {
    const outcomes = [];
    for (let nth = 0; nth < 21; nth += 1) outcomes.push(await say('desk-robot'));
    expect(outcomes.at(-1)).toMatchObject({ kind: 'tryLater', reason: 'throttled' });
  });

  test('a reader whom WeCom does not know has not been told', async () => {
    expect(await say('wecom-app', {}, 'stranger')).toMatchObject({ kind: 'refused' });
  });

  test('WeCom renews its token when the old one has ended', async () => {
    await fetch(`${standIns.urls.wecom}/_tokens/expire`, { method: 'PUT' });
    expect(await say('wecom-app')).toMatchObject({ kind: 'succeeded' });
  });

  test('an error code inside a 200 is no delivery', async () => {
    standIns.systems.dingtalk.setFaults({ errorIn200: {} });
    expect(await say('duty-robot')).toMatchObject({ kind: 'refused' });
  });
});
