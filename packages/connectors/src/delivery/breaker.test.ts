import type { Outcome } from '@paidan/engine/mapping';
import { describe, expect, test } from 'vitest';
import { createBreakers } from './breaker.ts';

const lost: Outcome = { kind: 'unknown', reason: 'timed-out', sentAt: '2026-01-08T00:00:00Z' };
const no: Outcome = { kind: 'refused', code: 'x', message: '' };
const settings = { failures: 3, openMs: 30 };

describe('a breaker', () => {
  test('opens for its place alone after failures in a row, and half-opens with one call', async () => {
    const breakers = createBreakers();
    let calls = 0;
    const call = async (outcome: Outcome) => {
      calls += 1;
      return outcome;
    };
    for (let nth = 0; nth < 3; nth += 1) await breakers.run('erp:80', settings, () => call(lost));
    const open = await breakers.run('erp:80', settings, () => call(lost));
    expect(open).toEqual({ kind: 'tryLater', reason: 'breaker-open', waitMs: 30 });
    expect(calls).toBe(3);
    expect(breakers.open()).toEqual(['erp:80']);
    expect(await breakers.run('crm:80', settings, () => call(no))).toEqual(no);
    await new Promise((done) => setTimeout(done, 40));
    expect(await breakers.run('erp:80', settings, () => call(no))).toEqual(no);
    expect(breakers.open()).toEqual([]);
  });

  test('a refusal is no failure', async () => {
    const breakers = createBreakers();
    for (let nth = 0; nth < 9; nth += 1) await breakers.run('erp:80', settings, async () => no);
    expect(breakers.open()).toEqual([]);
  });
});
