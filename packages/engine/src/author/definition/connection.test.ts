import { Check } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { ConnectionShape } from './connection.ts';
import vectors from './vectors/connections.json' with { type: 'json' };

const written = [
  ...Object.entries(vectors.shortest.connections),
  ...Object.entries(vectors.complete.connections),
].map(([id, connection]) => ({ id, connection }));

describe('the shape of a connection', () => {
  test.each(written)('accepts $id as the pages write it', ({ connection }) => {
    expect(Check(ConnectionShape, connection)).toBe(true);
  });

  test('refuses a secret written as a value', () => {
    const leaking = { kind: 'http', auth: { kind: 'bearer', token: 'sk-live-123' } };
    expect(Check(ConnectionShape, leaking)).toBe(false);
  });

  test('refuses a misspelt key', () => {
    expect(Check(ConnectionShape, { kind: 'http', baseURL: 'https://erp.example' })).toBe(false);
  });

  test('refuses private addresses opened by the definition itself', () => {
    expect(Check(ConnectionShape, { kind: 'http', reach: [{ cidr: '10.0.0.0/8' }] })).toBe(false);
  });

  test('refuses a probe that does not say how to ask', () => {
    const operation = {
      does: 'write',
      method: 'POST',
      path: '/fees',
      delivery: { mode: 'probe', settleMs: 1 },
    };
    expect(Check(ConnectionShape, { kind: 'http', operations: { post: operation } })).toBe(false);
  });
});
