import fc from 'fast-check';
import { expect, it } from 'vitest';
import { limitOf, readCursor, writeCursor } from './page.ts';
import { weekOf } from './report-period.ts';

const scope = ['shenzhen', 'u1', 'all'];

it('reads back every place it wrote', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (at, id) => {
      expect(readCursor('secret', scope, writeCursor('secret', scope, { at, id }))).toEqual({ at, id });
    }),
  );
});

it('refuses a cursor of another list, person or server, and any text', () => {
  const cursor = writeCursor('secret', scope, { at: '2026', id: 'a' });
  expect(readCursor('secret', ['shenzhen', 'u2', 'all'], cursor)).toBeUndefined();
  expect(readCursor('other', scope, cursor)).toBeUndefined();
  expect(readCursor('secret', scope, `x${cursor}`)).toBeUndefined();
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readCursor('secret', scope, text)).toBeUndefined();
    }),
  );
});

it.each([
  [undefined, 50],
  ['10', 10],
  ['1000', 200],
  ['0', 50],
  ['-3', 50],
  ['x', 50],
])('takes a limit of %j as %i', (asked, limit) => {
  expect(limitOf(asked)).toBe(limit);
});

const shenzhen = { now: '2026-03-02T01:00:00.000Z', timeZone: 'Asia/Shanghai' };

it.each([
  ['2026-W10', '2026-03-01T16:00:00.000Z', '2026-03-08T16:00:00.000Z'],
  ['2026-W01', '2025-12-28T16:00:00.000Z', '2026-01-04T16:00:00.000Z'],
  [undefined, '2026-02-22T16:00:00.000Z', '2026-03-01T16:00:00.000Z'],
])('reads the report week %s from Monday to Monday, local', (period, from, to) => {
  expect(weekOf(period, shenzhen)).toMatchObject({ from, to });
});

it('spans an hour more or less where clocks change', () => {
  const week = weekOf('2026-W13', { now: shenzhen.now, timeZone: 'Europe/Berlin' });
  expect(week).toEqual({
    period: '2026-W13',
    from: '2026-03-22T23:00:00.000Z',
    to: '2026-03-29T22:00:00.000Z',
  });
});

it.each(['2026-10', '2026-W00', '2026-W60', ''])('reads %j as no week', (period) => {
  expect(weekOf(period, shenzhen)).toBeUndefined();
});
