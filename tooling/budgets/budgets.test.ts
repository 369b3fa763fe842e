import { expect, test } from 'vitest';
import { bannedInPath, bannedInSymbol } from './banned-names.ts';
import { findBreaches, medianLines } from './find-breaches.ts';

const sentences = (path: string, text: string) =>
  findBreaches({ path, text }).map(({ sentence }) => sentence);
const lines = (count: number) => 'export {};\n'.repeat(count);

test('stops a source at 400 lines and a test at 600', () => {
  expect(sentences('packages/engine/src/a.ts', lines(400))).toEqual([]);
  expect(sentences('packages/engine/src/a.ts', lines(401))[0]).toContain('401 lines');
  expect(sentences('packages/engine/src/a.test.ts', lines(600))).toEqual([]);
  expect(sentences('packages/engine/src/a.test.ts', lines(601))[0]).toContain('601 lines');
  expect(sentences('docs/long.md', 'text\n'.repeat(900))).toEqual([]);
});

test.each([
  ['packages/engine/src/utils/text.ts', 'utils'],
  ['packages/engine/src/text-helpers.ts', 'helpers'],
  ['packages/engine/src/types.ts', 'types'],
  ['packages/server/src/offer-manager.ts', 'manager'],
  ['packages/server/src/data.ts', 'data'],
])('refuses the name %s', (path, word) => {
  expect(bannedInPath(path)).toBe(word);
});

test.each(['packages/insight/src/service-level.ts', 'packages/forms/src/data-source.ts', 'bench/harness.ts'])(
  'keeps the name %s',
  (path) => {
    expect(bannedInPath(path)).toBeUndefined();
  },
);

test.each([
  ['OfferManager', 'manager'],
  ['stringUtils', 'utils'],
  ['data', 'data'],
  ['routeHandler', 'handler'],
])('refuses the exported name %s', (name, word) => {
  expect(bannedInSymbol(name)).toBe(word);
});

test.each(['baseUrl', 'readData', 'serviceLevel', 'compileWorkflow', 'itemTypes'])('keeps %s', (name) => {
  expect(bannedInSymbol(name)).toBeUndefined();
});

test.each(['Date.now()', 'new Date()', 'new Date( )', 'Math.random()', 'crypto.randomUUID()'])(
  'lets %s into the origins and into tests only',
  (call) => {
    const text = `const it = ${call};`;
    expect(sentences('packages/engine/src/a.ts', text)).toEqual([
      'takes time, ids or chance outside an origin',
    ]);
    expect(sentences('packages/server/src/host/origin.ts', text)).toEqual([]);
    expect(sentences('packages/engine/src/a.test.ts', text)).toEqual([]);
    expect(sentences('bench/a.ts', text)).toEqual([]);
  },
);

test('lets a given instant be read as a date', () => {
  expect(sentences('packages/engine/src/a.ts', 'const it = new Date(instant);')).toEqual([]);
});

test('refuses a door without a list', () => {
  expect(sentences('packages/engine/src/index.ts', "export * from './a.ts';")).toHaveLength(1);
  expect(sentences('packages/engine/src/index.ts', "export * as a from './a.ts';")).toHaveLength(1);
});

test('refuses what is unfinished and belongs to no issue', () => {
  const mark = 'TO' + 'DO';
  expect(sentences('packages/engine/src/a.ts', `// ${mark} later`)).toHaveLength(1);
  expect(sentences('packages/engine/src/a.ts', `// ${mark}(#12): later`)).toEqual([]);
});

test('refuses folders of one machine, in text as well', () => {
  for (const folder of ['/home/' + 'anna/', '/Users/' + 'anna/', '/ro' + 'ot/x']) {
    expect(sentences('docs/a.md', `see ${folder}file`)).toEqual(['names a folder of one machine']);
  }
  expect(sentences('docs/a.md', 'GET https://example.com/home/anna/ and /api/work-orders')).toEqual([]);
});

test('measures the middle length of what is no test', () => {
  const file = (path: string, count: number) => ({ path, text: lines(count) });
  const files = [
    file('a.ts', 10),
    file('b.ts', 50),
    file('c.ts', 90),
    file('d.test.ts', 500),
    file('e.md', 1),
  ];
  expect(medianLines(files)).toBe(50);
});
