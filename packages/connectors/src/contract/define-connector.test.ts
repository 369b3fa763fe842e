import type { Json } from '@paidan/engine/issue';
import { describe, expect, test } from 'vitest';
import type { Connector } from './connector.ts';
import { connectors } from './connector-catalog.ts';
import { defineConnector } from './define-connector.ts';
import { readyOperation } from './ready-operation.ts';

const asJson = (connector: unknown): Json => JSON.parse(JSON.stringify(connector));
const codes = (manifest: object) =>
  defineConnector(asJson(manifest)).issues.map(({ code, pointer }) => [code, pointer]);
const send = { does: 'write', method: 'POST', path: '/send', delivery: { mode: 'atLeast' } } as const;
const plain: Connector = { kind: 'x', title: 'X', auth: ['none'], operations: { send } };

describe('a connector manifest', () => {
  test.each(connectors.map((connector) => ({ connector })))('$connector.kind is one', ({ connector }) => {
    expect(defineConnector(asJson(connector)).issues).toEqual([]);
  });

  test('refuses a write that does not say what may follow an unknown outcome', () => {
    const { delivery: _, ...without } = send;
    expect(codes({ ...plain, operations: { send: without } })).toEqual([
      ['connector/delivery-missing', '/operations/send'],
    ]);
  });

  test('refuses a probe whose question is no read of the manifest', () => {
    const delivery = { mode: 'probe', ask: 'send', with: {}, settleMs: 1, same: true };
    expect(codes({ ...plain, operations: { send: { ...send, delivery } } })).toEqual([
      ['connector/ask-unknown', '/operations/send/delivery/ask'],
    ]);
  });

  test('refuses a call without method or path, and a notice without its operation', () => {
    const notice = { operation: 'tell', format: 'plain-text', maxBytes: 1, perMinute: 1, speaksTo: 'group' };
    const { path: _, ...without } = send;
    expect(codes({ ...plain, notice, operations: { send: without } })).toEqual([
      ['connector/request-missing', '/operations/send'],
      ['connector/ask-unknown', '/notice/operation'],
    ]);
  });

  test.each([null, [], 'x', { ...plain, kind: 'No' }, { ...plain, secret: 1 }, { ...plain, auth: ['crc'] }])(
    'reports what is no manifest: %j',
    (manifest) => {
      const { value, issues } = defineConnector(asJson(manifest));
      expect(value).toBeUndefined();
      expect(issues.length).toBeGreaterThan(0);
    },
  );
});

describe('an operation made ready', () => {
  const connections = {
    erp: {
      kind: 'http',
      baseUrl: 'https://erp.example',
      timeoutMs: 8000,
      errorText: 'body.message',
      operations: {
        fees: { does: 'read', method: 'GET', path: '/fees', timeoutMs: 4000 },
        devices: { does: 'read', method: 'GET', path: '/devices' },
      },
    },
    ding: { kind: 'dingtalk-app', operations: { startApproval: { does: 'write', timeoutMs: 1 } } },
  } as const;

  test('takes from the connection what it leaves out, and keeps what it says', () => {
    expect(readyOperation(connections, 'erp.fees')).toMatchObject({
      timeoutMs: 4000,
      errorText: 'body.message',
    });
    expect(readyOperation(connections, 'erp.devices')).toMatchObject({ timeoutMs: 8000 });
  });

  test('takes method, path and delivery from the manifest', () => {
    expect(readyOperation(connections, 'ding.startApproval')).toMatchObject({
      method: 'POST',
      delivery: { mode: 'key', pointer: '/requestId' },
      timeoutMs: 1,
    });
  });

  test.each(['erp.none', 'none.fees', 'erp', 'erp.constructor', 'constructor.name', ''])(
    'there is no %j',
    (name) => {
      expect(readyOperation(connections, name)).toBeUndefined();
    },
  );
});
