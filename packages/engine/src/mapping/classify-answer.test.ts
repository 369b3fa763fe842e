import { describe, expect, it } from 'vitest';
import type { Json } from '../issue/json.ts';
import { classifyAnswer } from './classify-answer.ts';
import type { Response } from './outcome.ts';
import { cutToSchema } from './output.ts';

const sentAt = '2026-03-02T01:00:00.000Z';
const answered = (status: number, body?: Json, headers = {}): Response => ({
  kind: 'answered',
  status,
  headers,
  sentAt,
  ...(body === undefined ? {} : { body }),
});
const code = (value: number): Json => ({ '==': [{ var: 'body.code' }, value] });
const erp = {
  succeeds: { and: [{ '==': [{ var: 'status' }, 200] }, code(0)] },
  credentialFails: code(40101),
  throttles: { or: [{ '==': [{ var: 'status' }, 429] }, code(42900)] },
  didNothing: { in: [{ var: 'body.code' }, [50301, 50302]] },
  refuses: { '>': [{ var: 'body.code' }, 0] },
  absent: code(40400),
  errorText: 'body.message',
  outputFrom: 'body.data',
  output: {
    type: 'object',
    required: ['feeNo'],
    properties: { feeNo: { type: 'string' }, paidOn: { type: 'string', format: 'date' } },
  },
};
const unrecognised = { kind: 'refused', code: 'answer/unrecognised' };

describe('classifyAnswer', () => {
  it.each<[string, Response, object]>([
    [
      'success inside a 200',
      answered(200, { code: 0, data: { feeNo: 'F1', secret: 'x' } }),
      { kind: 'succeeded', output: { feeNo: 'F1' } },
    ],
    ['no such thing', answered(200, { code: 40400 }), { kind: 'succeeded', absent: true, output: null }],
    ['a refused key', answered(200, { code: 40101 }), { kind: 'tryLater', reason: 'credential', waitMs: 0 }],
    [
      'throttling in the body',
      answered(200, { code: 42900 }),
      { kind: 'tryLater', reason: 'throttled', waitMs: 0 },
    ],
    [
      'throttling with a wait',
      answered(429, {}, { 'retry-after': '120' }),
      { kind: 'tryLater', reason: 'throttled', waitMs: 120_000 },
    ],
    ['throttling on an unreadable page', answered(429), { kind: 'tryLater', reason: 'throttled' }],
    [
      '503 with Retry-After',
      answered(503, undefined, { 'retry-after': '999999999' }),
      { kind: 'tryLater', reason: 'throttled', waitMs: 86_400_000 },
    ],
    ['nothing was done, it says', answered(200, { code: 50301 }), { kind: 'tryLater', reason: 'not-done' }],
    [
      'a refusal inside a 200',
      answered(200, { code: 50001, message: '工单不存在' }),
      { kind: 'refused', code: 'answer/refused', message: '工单不存在' },
    ],
    ['a 500 that nobody recognises', answered(500, {}), { kind: 'unknown', reason: 'server-error', sentAt }],
    ['a 503 without Retry-After', answered(503), { kind: 'unknown', reason: 'server-error' }],
    ['a 408', answered(408, null), { kind: 'unknown', reason: 'server-error' }],
    ['another 4xx', answered(403, {}), { kind: 'refused', code: 'http/403' }],
    ['a 2xx that nothing recognises', answered(201, { code: 0, data: { feeNo: 'F1' } }), unrecognised],
    ['a 200 with an empty body', answered(200, null), unrecognised],
    ['an unreadable 200', answered(200), { kind: 'unknown', reason: 'unreadable', sentAt }],
    ['an output without its number', answered(200, { code: 0, data: {} }), unrecognised],
    [
      'an output with a date that is none',
      answered(200, { code: 0, data: { feeNo: 'F', paidOn: '2026-02-30' } }),
      unrecognised,
    ],
    ['what never left', { kind: 'not-sent' }, { kind: 'tryLater', reason: 'not-sent', waitMs: 0 }],
    [
      'a time-out',
      { kind: 'broken', reason: 'timed-out', sentAt },
      { kind: 'unknown', reason: 'timed-out', sentAt },
    ],
  ])('%s', (_, response, outcome) => {
    expect(classifyAnswer(erp, response)).toMatchObject(outcome);
  });

  it('never guesses a success, and keeps nothing where no schema says what to keep', () => {
    expect(classifyAnswer({}, answered(200, { ok: true }))).toMatchObject(unrecognised);
    const { output: _, ...bare } = erp;
    const outcome = classifyAnswer(bare, answered(200, { code: 0, data: { password: 'x' } }));
    expect(outcome).toMatchObject({ kind: 'succeeded', output: {} });
    expect(JSON.stringify(outcome)).not.toContain('password');
  });

  it('takes a broken character from outside, with a receipt', () => {
    const body = { code: 0, data: { feeNo: '\ud800' } };
    expect(classifyAnswer(erp, answered(200, body))).toMatchObject({
      kind: 'succeeded',
      receipt: expect.stringMatching(/^sha256-[0-9a-f]{64}$/),
    });
  });
});

describe('cutToSchema', () => {
  const schema = {
    type: 'object',
    required: ['items', 'state'],
    properties: {
      state: { enum: ['open', 'closed'] },
      at: { type: 'string', format: 'date-time' },
      note: { type: ['string', 'null'], maxLength: 3 },
      items: { type: 'array', maxItems: 2, items: { $ref: '#/$defs/Item' } },
    },
    $defs: { Item: { properties: { sku: { type: 'string' }, count: { type: 'integer', minimum: 1 } } } },
  };

  it('keeps exactly what the schema names, at every depth', () => {
    const value = {
      state: 'open',
      extra: 1,
      at: null,
      note: null,
      items: [{ sku: 'a', count: 2, cost: 9, toString: 1 }],
    };
    expect(cutToSchema(schema, value)).toEqual({
      value: { state: 'open', note: null, items: [{ sku: 'a', count: 2 }] },
      issues: [],
    });
  });

  it.each<[string, Json, string[]]>([
    ['a list instead of an object', [], ['']],
    ['what is required and lacking', { state: 'open' }, ['/items']],
    ['what is required and null', { state: null, items: [] }, ['/state']],
    ['a word outside the choices', { state: 'gone', items: [] }, ['/state']],
    ['three of at most two', { state: 'open', items: [{}, {}, {}] }, ['/items']],
    [
      'a part that is no whole number, and one below one',
      { state: 'open', items: [{ count: 1.5 }, { count: 0 }] },
      ['/items/0/count', '/items/1/count'],
    ],
    ['a moment without a zone', { state: 'open', items: [], at: '2026-03-02T01:00:00' }, ['/at']],
    ['a text of four of three', { state: 'open', items: [], note: '四个字符' }, ['/note']],
  ])('refuses %s', (_, value, pointers) => {
    const { issues, ...rest } = cutToSchema(schema, value);
    expect(issues.map(({ pointer }) => pointer)).toEqual(pointers);
    expect(rest).toEqual({});
  });
});
