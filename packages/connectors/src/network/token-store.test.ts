import { describe, expect, test } from 'vitest';
import { createTokenStore } from './token-store.ts';

const at = '2026-01-08T00:00:00Z';
const later = '2026-01-08T02:00:00Z';

function counted() {
  let asked = 0;
  const fetchFresh = async () => {
    asked += 1;
    const token = `t${asked}`;
    await new Promise((done) => setTimeout(done, 5));
    return { token, renewAt: '2026-01-08T01:00:00Z' };
  };
  return { fetchFresh, asked: () => asked };
}

describe('a token', () => {
  test('is fetched once for many, and again when it is due', async () => {
    const store = createTokenStore();
    const { fetchFresh, asked } = counted();
    const many = await Promise.all(
      Array.from({ length: 20 }, () => store.obtain({ key: 'crm', at, fetchFresh })),
    );
    expect([new Set(many), asked()]).toEqual([new Set(['t1']), 1]);
    expect(await store.obtain({ key: 'crm', at: later, fetchFresh })).toBe('t2');
  });

  test('that was rejected is renewed once for everybody who met the rejection', async () => {
    const store = createTokenStore();
    const { fetchFresh, asked } = counted();
    await store.obtain({ key: 'crm', at, fetchFresh });
    const again = { key: 'crm', at, fetchFresh, rejected: 't1' };
    expect(await Promise.all([store.obtain(again), store.obtain(again)])).toEqual(['t2', 't2']);
    expect(await store.obtain(again)).toBe('t2');
    expect(asked()).toBe(2);
  });

  test('that cannot be had leaves no trace', async () => {
    const store = createTokenStore();
    const failing = () => Promise.reject(new Error('down'));
    await expect(store.obtain({ key: 'crm', at, fetchFresh: failing })).rejects.toThrow('down');
    expect(await store.obtain({ key: 'crm', at, fetchFresh: counted().fetchFresh })).toBe('t1');
  });
});
