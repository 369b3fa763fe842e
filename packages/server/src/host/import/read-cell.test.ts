import { expect, test } from 'vitest';
import { cellReader } from './read-cell.ts';

const source = {
  kind: 'csv',
  absent: ['?', '', '无'],
  zone: 'UTC',
  dates: 'd/M/yyyy',
  columns: { count: 'number', met: 'yesNo', opened: 'instant', bought: 'date' },
} as const;

function read(column: string, cell: string | number | null) {
  return cellReader(source).value?.(column, cell);
}

test.each([
  ['name', ' 黑屏 ', '黑屏'],
  ['count', '12', 12],
  ['count', '-1.5e2', -150],
  ['count', 7, 7],
  ['met', 'true', true],
  ['met', '否', false],
  ['opened', '29/2/2016', '2016-02-29T00:00:00.000Z'],
  ['bought', '29/2/2016', '2016-02-29'],
] as const)('the column %s reads %s', (column, cell, value) => {
  expect(read(column, cell)).toEqual({ value });
});

test.each(['?', '', '  ', '无', null])('%s means that nothing is there, in every column', (cell) => {
  for (const column of ['name', 'count', 'met', 'opened', 'bought'])
    expect(read(column, cell)).toEqual({ value: null });
});

test.each([
  ['count', '1,200', 'number'],
  ['count', '0x10', 'number'],
  ['count', 'Infinity', 'number'],
  ['met', 'maybe', 'yesNo'],
  ['opened', '2016-02-29', 'instant (d/M/yyyy)'],
  ['bought', '30/2/2016', 'date (d/M/yyyy)'],
] as const)('the column %s says what it takes in place of %s', (column, cell, expected) => {
  expect(read(column, cell)).toEqual({ expected });
});

test('a pattern of dates that cannot be read is said once, before any row', () => {
  const { value, issues } = cellReader({ ...source, dates: 'HH:mm' });
  expect(value).toBeUndefined();
  expect(issues).toMatchObject([{ code: 'import/unreadable-date-pattern', pointer: '/source/dates' }]);
});
