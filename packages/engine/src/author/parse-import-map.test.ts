import { expect, test } from 'vitest';
import type { ImportMap } from './definition/import-map.ts';
import vectors from './definition/vectors/connections.json' with { type: 'json' };
import type { Workflow } from './definition/workflow.ts';
import { checkImportMap, parseImportMap } from './parse-import-map.ts';

const map = vectors.importMap;

test('[S78] the incident log of the page is an import map', () => {
  expect(parseImportMap(map)).toEqual({ value: map, issues: [] });
});

test.each([
  ['/rows', { ...map, rows: 'person' }, 'definition/schema'],
  ['/sheet', { ...map, sheet: 'Tabelle 1' }, 'definition/unknown-key'],
  ['/source/zone', { ...map, source: { ...map.source, zone: 'Mars/Olympus' } }, 'import/unknown-zone'],
  [
    '/fields/~1channel/via/0',
    { ...map, fields: { '/channel': { from: 'row.a', via: ['shout'] } } },
    'mapping/unknown-function',
  ],
  ['/closed/regex', { ...map, closed: { regex: ['.*', 1] } }, 'expression/unknown-operator'],
])('says at %s what is wrong', (pointer, document, code) => {
  const { value, issues } = parseImportMap(document);
  expect(value).toBeUndefined();
  expect(issues).toMatchObject([{ code, pointer }]);
});

test('a map without a key it needs is refused, and so is what is no JSON', () => {
  const { at: _without, ...rest } = map;
  expect(parseImportMap(rest).issues).toMatchObject([{ code: 'definition/missing-key' }]);
  expect(parseImportMap(() => 1).issues).toMatchObject([{ code: 'definition/not-json' }]);
});

test('what a map sends and writes has to stand in its workflow', () => {
  const workflow = {
    record: { type: 'object', properties: { severity: {}, category: {} } },
    flow: { events: { resolved: {} } },
  } as unknown as Workflow;
  const sent: ImportMap = {
    ...(map as unknown as ImportMap),
    fields: { '/severity': 'P0', '/place/address': 'x' },
    events: { one: { send: 'resolved' }, two: { send: 'exploded' }, otherwise: { send: 'comment' } },
  };
  expect(checkImportMap(sent, workflow)).toMatchObject([
    { code: 'import/unknown-field', pointer: '/fields/~1place~1address', data: { target: '/place/address' } },
    {
      code: 'import/unknown-event',
      pointer: '/events/two/send',
      data: { event: 'exploded', known: 'comment, resolved' },
    },
  ]);
});
