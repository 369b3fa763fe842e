import { timeZoneOf } from '@paidan/engine/time';
import { expect, test } from 'vitest';
import { dateReader } from './date-pattern.ts';

const utc = zone('UTC');
const shanghai = zone('Asia/Shanghai');
const berlin = zone('Europe/Berlin');

function zone(name: string) {
  const found = timeZoneOf(name);
  if (found === undefined) throw new Error(name);
  return found;
}

const read = [
  ['d/M/yyyy HH:mm', utc, '29/2/2016 01:16', '2016-02-29T01:16:00.000Z'],
  ['d/M/yyyy HH:mm', utc, '9/12/2016 23:59', '2016-12-09T23:59:00.000Z'],
  ['yyyy-MM-dd HH:mm:ss', shanghai, '2026-01-09 08:00:05', '2026-01-09T00:00:05.000Z'],
  ['yyyy年M月d日', shanghai, '2026年1月9日', '2026-01-08T16:00:00.000Z'],
  ['yyyy/M/d H:mm', shanghai, '2026/1/9 7:05', '2026-01-08T23:05:00.000Z'],
  ['dd.MM.yyyy HH:mm', berlin, '29.03.2026 02:30', '2026-03-29T01:30:00.000Z'],
  [undefined, utc, '2026-01-09T08:00:00+08:00', '2026-01-09T00:00:00.000Z'],
] as const;

test.each(read)('[S78] the pattern %s reads an instant', (pattern, inZone, text, instant) => {
  expect(dateReader(pattern, inZone)?.instant(text)).toBe(instant);
});

const refused = [
  ['d/M/yyyy HH:mm', '30/2/2016 01:16'],
  ['d/M/yyyy HH:mm', '1/13/2016 01:16'],
  ['d/M/yyyy HH:mm', '1/1/2016 24:00'],
  ['d/M/yyyy HH:mm', '1/1/2016'],
  ['d/M/yyyy HH:mm', ' 1/1/2016 01:00 '],
  ['dd/MM/yyyy', '1/1/2016'],
  ['dd.MM.yyyy', '01/01/2016'],
  [undefined, '2016-02-30T00:00:00Z'],
  [undefined, '2016-02-01T00:00:00'],
] as const;

test.each(refused)('the pattern %s reads nothing from %s', (pattern, text) => {
  expect(dateReader(pattern, utc)?.instant(text)).toBeUndefined();
});

test.each(['HH:mm', 'd/M/yy', 'd/d/yyyy M', 'M/yyyy', 'd/M/yyyy A'])('%s is no pattern', (pattern) => {
  expect(dateReader(pattern, utc)).toBeUndefined();
});

test('a date is the day on the wall, whatever the zone', () => {
  expect(dateReader('d/M/yyyy HH:mm', shanghai)?.date('9/1/2026 00:30')).toBe('2026-01-09');
  expect(dateReader(undefined, shanghai)?.date('2026-01-09')).toBe('2026-01-09');
  expect(dateReader(undefined, shanghai)?.date('2026-01-08T17:00:00Z')).toBe('2026-01-09');
  expect(dateReader(undefined, shanghai)?.date('2026-02-30')).toBeUndefined();
});
