import { type ImportMap, parseImportMap } from '@paidan/engine';
import { expect, test } from 'vitest';
import type { FileRow } from './read-rows.ts';
import { readyMap } from './ready-map.ts';
import { tellHistory } from './tell-history.ts';

const map: ImportMap = {
  format: 1,
  title: { 'zh-CN': '事件日志', en: 'Incident log' },
  workflow: 'w',
  source: {
    kind: 'csv',
    absent: ['?', ''],
    zone: 'UTC',
    columns: { count: 'number', at: 'instant', opened: 'instant' },
  },
  rows: 'event',
  key: 'row.number',
  order: ['row.count', 'place'],
  at: 'row.at',
  created: 'row.opened',
  fields: { '/kind': { from: 'row.kind', missing: 'skip' }, '/who': { var: 'row.who' } },
  events: {
    moved: {
      when: { '!=': [{ var: 'row.state' }, { var: 'previous.state' }] },
      send: 'moved',
      payload: { '/to': { var: 'row.state' } },
    },
    first: { when: { '!': [{ var: 'previous.number' }] }, send: 'first' },
    otherwise: { send: 'comment' },
  },
  refuse: { unknown: { '==': [{ var: 'row.state' }, '-100'] } },
};

const opened = '2026-01-09T01:00:00Z';

function row(place: number, cells: { readonly [column: string]: string }): FileRow {
  const at = `2026-01-09T0${place}:00:00Z`;
  return {
    place,
    cells: {
      number: 'A',
      count: String(place),
      at,
      opened,
      kind: 'late',
      who: 'x',
      state: 'New',
      ...cells,
    },
  };
}

function tell(rows: readonly FileRow[], changes: Partial<ImportMap> = {}) {
  const { value } = readyMap({ ...map, ...changes });
  if (value === undefined) throw new Error('the map is not ready');
  return tellHistory(value, 'A', rows);
}

const names = ({ history }: ReturnType<typeof tell>) => history?.happenings.map(({ name }) => name);

test('[S78] the map itself holds', () => {
  expect(parseImportMap(map).issues).toEqual([]);
});

test('events are sent by what a row and the row before it say, in the order of the map', () => {
  const told = tell([
    row(1, {}),
    row(2, { state: 'Active' }),
    row(3, { state: 'Active' }),
    row(4, { state: '?' }),
  ]);
  expect(names(told)).toEqual(['moved', 'first', 'moved', 'comment', 'moved']);
  expect(told.history?.happenings[2]).toEqual({
    name: 'moved',
    commandId: 'import/2/moved',
    at: '2026-01-09T02:00:00.000Z',
    event: { kind: 'send', event: 'moved', payload: { to: 'Active' } },
    issues: [],
  });
  expect(told.history?.happenings[3]?.event).toEqual({ kind: 'comment', text: '事件日志 · 3' });
  // An absent state cannot be sent: the event is refused, the row is not.
  expect(told.history?.happenings[4]).toMatchObject({ issues: [{ code: 'mapping/missing' }] });
  expect(told.history?.happenings[4]?.event).toBeUndefined();
});

test('rows are sorted by what the map says, never by time alone', () => {
  const told = tell([row(1, { count: '10', state: 'B' }), row(2, { count: '9', state: 'A' })]);
  const sent = told.history?.happenings.map(({ event, at }) => [
    event?.kind === 'send' ? event.payload?.['to'] : 0,
    at,
  ]);
  expect(sent).toEqual([
    ['A', '2026-01-09T02:00:00.000Z'],
    [undefined, '2026-01-09T02:00:00.000Z'],
    ['B', '2026-01-09T01:00:00.000Z'],
  ]);
});

test('the record knows only what the first row knew', () => {
  const { history } = tell([row(1, { kind: '?' }), row(2, { kind: 'camera', who: 'y' })]);
  expect(history?.record).toEqual({ who: 'x' });
  expect(history?.createdAt).toBe('2026-01-09T01:00:00.000Z');
});

test('a row refused by name is as if it were not there', () => {
  const told = tell([row(1, {}), row(2, { state: '-100' }), row(3, {})]);
  expect(told.refused).toMatchObject([{ key: 'A', cause: 'unknown', file: { place: 2 } }]);
  expect(names(told)).toEqual(['moved', 'first', 'comment']);
});

test('a cell that cannot be read refuses its row and says which', () => {
  const told = tell([row(1, {}), row(2, { count: 'two' }), row(3, { at: '?' })]);
  expect(told.refused).toMatchObject([
    { cause: 'import/not-readable', issues: [{ pointer: '/count', data: { found: 'two' } }] },
    { cause: 'import/no-instant', issues: [{ pointer: '/at' }] },
  ]);
});

test('a first row without what the record needs refuses the whole number', () => {
  const told = tell([row(1, { who: '?' }), row(2, {})]);
  expect(told.history).toBeUndefined();
  expect(told.refused.map(({ cause, file }) => [cause, file.place])).toEqual([
    ['mapping/missing', 1],
    ['mapping/missing', 2],
  ]);
});

test('[S78] of rows that are work orders a repeated number is refused, and a closed one is history', () => {
  const told = tell([row(1, { state: 'Closed' }), row(2, {})], {
    rows: 'workOrder',
    closed: { '==': [{ var: 'row.state' }, 'Closed'] },
  });
  expect(told.history).toMatchObject({ isClosed: true, happenings: [], lastAt: '2026-01-09T01:00:00.000Z' });
  expect(told.refused).toMatchObject([{ cause: 'import/repeated-key', file: { place: 2 } }]);
});
