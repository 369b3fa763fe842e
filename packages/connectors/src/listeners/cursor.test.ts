import type { Json } from '@paidan/engine/issue';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cursor, type Poll, pageRequest, readPage } from './cursor.ts';

const poll: Poll = {
  operation: 'changedTickets',
  everyMs: 60_000,
  cursor: ['item.updatedAt', 'item.id'],
  overlapMs: 120_000,
  lagMs: 5000,
  pageSize: 3,
};
const base = Date.parse('2026-01-08T00:00:00Z');
const iso = (seconds: number) => new Date(base + seconds * 1000).toISOString();

interface Row {
  readonly id: number;
  readonly updatedAt: string;
}

/** The other side: what changed since an instant, in order, one page. */
function answer(rows: readonly Row[], request: { readonly [key: string]: Json }): Json {
  const { since = '', after = '', limit = 0 } = request;
  const changed = rows
    .filter(
      ({ updatedAt, id }) => updatedAt > String(since) || (updatedAt === since && id > Number(after || -1)),
    )
    .sort((a, b) => a.updatedAt.localeCompare(b.updatedAt) || a.id - b.id);
  return { items: changed.slice(0, Number(limit)).map((row) => ({ ...row })) };
}

function round(
  rows: readonly Row[],
  start: Cursor,
  at: string,
): { readonly met: readonly number[]; readonly kept: Cursor } {
  const met: number[] = [];
  let place = { reached: start, kept: start };
  let page: 'first' | 'further' = 'first';
  for (let more = true; more; page = 'further') {
    const read = readPage(poll, place, {
      output: answer(rows, pageRequest(poll, place.reached, page)),
      at,
      page,
    });
    met.push(...read.items.map((item) => Number((item as { id: number }).id)));
    place = read;
    more = read.more;
  }
  return { met, kept: place.kept };
}

describe('the cursor of a poll', () => {
  test('goes through many rows with one instant', () => {
    const rows = Array.from({ length: 300 }, (_, id) => ({ id, updatedAt: iso(10) }));
    const { met, kept } = round(rows, { instant: iso(0), id: '' }, iso(60));
    expect(met).toEqual(rows.map(({ id }) => id));
    expect(kept).toEqual({ instant: iso(10), id: '299' });
  });

  test('never keeps an instant younger than now minus the lag, nor goes back', () => {
    const rows = [{ id: 1, updatedAt: iso(58) }];
    expect(round(rows, { instant: iso(0), id: '' }, iso(60)).kept.instant).toBe(iso(55));
    expect(round([], { instant: iso(50), id: '7' }, iso(60)).kept).toEqual({ instant: iso(50), id: '7' });
  });

  test('[S40] misses nothing that becomes visible within the overlap', () => {
    const row = fc.record({
      seconds: fc.integer({ min: 0, max: 600 }),
      lateSeconds: fc.integer({ min: 0, max: 100 }),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 25 }), (drawn) => {
        const rows = drawn.map(({ seconds, lateSeconds }, id) => ({
          id,
          updatedAt: iso(seconds),
          seen: seconds + lateSeconds,
        }));
        const met = new Set<number>();
        let kept: Cursor = { instant: iso(0), id: '' };
        for (let now = 60; now <= 900; now += 60) {
          const visible = rows.filter(({ seen }) => seen <= now);
          const result = round(visible, kept, iso(now));
          for (const id of result.met) met.add(id);
          kept = result.kept;
        }
        expect(met.size).toBe(rows.length);
      }),
    );
  });
});
