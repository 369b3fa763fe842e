import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { eventSignature } from './aes-event.ts';
import type { Pushed } from './pushed.ts';
import { standardSignature } from './standard.ts';
import { verifySignature } from './verify-signature.ts';

const standardKey = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const eventKey = 'paidanToken:abcdefghijklmnopqrstuvwxyz0123456789ABCDEFE:ding123';
const encrypt = 'Q3stYC6hdFzMh9T8HCvyDLV8JeomtQuxZLosYEI28mjzSD5UpK2hp0QUc4H6M/N5ehkZRij21S8cB+dv7tgJsA==';
const eventQuery = {
  timestamp: '1700000000',
  nonce: 'n0nce',
  signature: '752fe91b62b1b38777baccf516f51ad5524c6f8d',
};
const eventAt = '2023-11-14T22:13:20.000Z';

const standard: Pushed = {
  headers: {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  },
  query: {},
  body: '{"test": 2432232314}',
};
const ding: Pushed = { headers: {}, query: eventQuery, body: JSON.stringify({ encrypt }) };
const wecom: Pushed = {
  headers: {},
  query: { timestamp: '1700000000', nonce: 'n0nce', msg_signature: eventQuery.signature },
  body: `<xml><ToUserName>x</ToUserName><Encrypt><![CDATA[${encrypt}]]></Encrypt></xml>`,
};
const feishu: Pushed = {
  headers: {
    'x-lark-request-timestamp': '1700000000',
    'x-lark-request-nonce': 'n0nce',
    'x-lark-signature': '4efbc1b48e149ef993fb02f1251de63e0962d50aedd88cb218df2d75b7af42f4',
  },
  query: {},
  body: '{"encrypt":"x"}',
};
const sha256: Pushed = {
  headers: { 'x-hub-signature-256': `sha256=${createHmac('sha256', 'k').update('{}').digest('hex')}` },
  query: {},
  body: '{}',
};

const rows = [
  {
    scheme: 'standard',
    pushed: standard,
    key: standardKey,
    at: '2021-02-25T15:02:10.000Z',
    body: standard.body,
  },
  { scheme: 'dingtalk', pushed: ding, key: eventKey, at: eventAt, body: '{"EventType":"check_url"}' },
  { scheme: 'wecom', pushed: wecom, key: eventKey, at: eventAt, body: '{"EventType":"check_url"}' },
  { scheme: 'feishu', pushed: feishu, key: 'ek', at: eventAt, body: feishu.body },
  { scheme: 'sha256', pushed: sha256, key: 'k', at: eventAt, body: '{}' },
] as const;

describe('the signature of a push', () => {
  test.each(rows)('[B33] accepts the vector of $scheme', ({ scheme, pushed, key, at, body }) => {
    expect(verifySignature(scheme, pushed, { keys: [key], at })).toMatchObject({ kind: 'verified', body });
  });

  test.each(rows)(
    'accepts $scheme under an older key while one is rotated',
    ({ scheme, pushed, key, at }) => {
      const other = scheme === 'standard' ? 'whsec_AAAA' : `x${key}`;
      expect(verifySignature(scheme, pushed, { keys: [other, key], at }).kind).toBe('verified');
    },
  );

  test.each(rows)(
    'refuses $scheme with one character of the signed text changed',
    ({ scheme, pushed, key, at }) => {
      const body = pushed.body.includes(encrypt)
        ? pushed.body.replace(encrypt, `R${encrypt.slice(1)}`)
        : pushed.body.replace('}', ' }');
      expect(verifySignature(scheme, { ...pushed, body }, { keys: [key], at }).kind).toBe('refused');
    },
  );

  test.each(rows.filter(({ scheme }) => scheme !== 'sha256'))('refuses $scheme six minutes later', (row) => {
    const at = new Date(Date.parse(row.at) + 360_000).toISOString();
    expect(verifySignature(row.scheme, row.pushed, { keys: [row.key], at })).toEqual({
      kind: 'refused',
      reason: 'stale',
    });
  });

  test.each(rows)('refuses $scheme without any key', ({ scheme, pushed, at }) => {
    expect(verifySignature(scheme, pushed, { keys: [], at }).kind).toBe('refused');
  });

  test('refuses an event encrypted for another receiver', () => {
    const keys = [eventKey.replace('ding123', 'ding124')];
    expect(verifySignature('dingtalk', ding, { keys, at: eventAt })).toEqual({
      kind: 'refused',
      reason: 'signature',
    });
  });

  test('refuses an event whose cipher text was cut, although signed', () => {
    const cut = encrypt.slice(0, 24);
    const signature = eventSignature(['paidanToken', '1700000000', 'n0nce', cut]);
    const pushed = { ...ding, query: { ...eventQuery, signature }, body: JSON.stringify({ encrypt: cut }) };
    expect(verifySignature('dingtalk', pushed, { keys: [eventKey], at: eventAt }).kind).toBe('refused');
  });

  test('names a standard push by its id', () => {
    const message = { id: 'msg_1', timestamp: '1700000000', body: '{"a":1}', key: standardKey };
    const headers = {
      'webhook-id': message.id,
      'webhook-timestamp': message.timestamp,
      'webhook-signature': `v1,AAAA ${standardSignature(message)}`,
    };
    const pushed = { headers, query: {}, body: message.body };
    expect(verifySignature('standard', pushed, { keys: [standardKey], at: eventAt })).toMatchObject({
      id: 'msg_1',
    });
  });
});
