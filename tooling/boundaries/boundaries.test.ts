import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findViolations } from './find-violations.ts';

// A small workspace of the same shape, so that a forbidden import can be written without touching the real one.
let root: string;
const doors: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  engine: { './issue': './src/issue/index.ts' },
  forms: { '.': './src/index.ts', './view': './src/view/index.ts' },
  connectors: { '.': './src/index.ts' },
  insight: { '.': './src/index.ts' },
  server: { '.': './src/index.ts', './contract': './src/contract.ts' },
  workbench: { '.': './src/index.ts' },
  designer: { '.': './src/index.ts' },
};
const parts = ['xstate', 'undici', 'kysely', 'dexie', 'react', 'typebox', '@xyflow/react', 'better-auth'];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'boundaries-'));
  for (const [room, files] of Object.entries(doors)) {
    const entries = Object.entries(files).map(([door, source]) => [door, { 'paidan-source': source }]);
    await write(`packages/${room}/package.json`, JSON.stringify({ exports: Object.fromEntries(entries) }));
  }
  for (const part of parts) {
    await write(`node_modules/${part}/package.json`, `{ "name": "${part}", "main": "index.js" }`);
    await write(`node_modules/${part}/index.js`, 'module.exports = {};');
  }
  await write('packages/server/src/contract.ts', 'export const path = 1;');
  await write('packages/server/src/index.ts', 'export const server = 1;');
  await write('packages/engine/src/issue/issue.ts', 'export const issue = 1;');
  await write('packages/engine/src/issue/index.ts', "export { issue } from './issue.ts';");
  await write('packages/forms/src/index.ts', 'export const forms = 1;');
  await write('packages/forms/src/view/index.ts', 'export const view = 1;');
});
afterEach(() => rm(root, { recursive: true }));

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), text);
}

async function rulesBrokenBy(file: string, imported: string): Promise<readonly string[]> {
  await write(file, `import type * as it from '${imported}';\nexport type It = typeof it;\n`);
  const { violations } = await findViolations(root);
  return [...new Set(violations.filter(({ from }) => from === file).map(({ rule }) => rule))];
}

test.each([
  ['packages/engine/src/author/a.ts', '../../../server/src/index.ts', 'arrows-of-engine'],
  ['packages/forms/src/a.ts', '../../server/src/index.ts', 'arrows-of-forms'],
  ['packages/connectors/src/a.ts', '../../forms/src/index.ts', 'arrows-of-connectors'],
  ['packages/workbench/src/a.ts', '../../server/src/index.ts', 'arrows-of-workbench'],
  ['packages/server/src/a.ts', '../../forms/src/view/index.ts', 'arrows-of-server'],
  ['packages/designer/src/a.ts', '../../server/src/contract.ts', 'arrows-of-designer'],
  ['packages/forms/src/a.ts', '../../engine/src/issue/issue.ts', 'through-doors'],
  ['packages/server/src/a.ts', '../../../bench/harness.ts', 'resolvable'],
  ['packages/engine/src/issue/a.ts', '../trial/none.ts', 'resolvable'],
  ['packages/engine/src/decide/a.ts', 'xstate', 'owner-of-xstate'],
  ['packages/engine/src/text/a.ts', 'typebox', 'owner-of-typebox'],
  ['packages/connectors/src/delivery/a.ts', 'undici', 'owner-of-undici'],
  ['packages/server/src/host/a.ts', 'kysely', 'owner-of-kysely-pg-pg-boss'],
  ['packages/server/src/api/a.ts', 'better-auth', 'owner-of-better-auth'],
  ['packages/workbench/src/screens/a.ts', 'dexie', 'owner-of-dexie'],
  ['packages/designer/src/edit/a.ts', '@xyflow/react', 'owner-of-@xyflow/react'],
  ['packages/designer/src/edit/a.ts', 'react', 'react-in-components'],
  ['packages/engine/src/time/a.ts', 'node:fs', 'no-node-in-engine'],
  ['packages/forms/src/evaluate/a.ts', 'node:fs', 'no-node-in-forms'],
])('refuses %s importing %s', async (file, imported, rule) => {
  expect(await rulesBrokenBy(file, imported)).toContain(rule);
});

test.each([
  ['packages/workbench/src/a.ts', '../../server/src/contract.ts'],
  ['packages/server/src/a.ts', '../../forms/src/index.ts'],
  ['packages/designer/src/surface/flow/a.tsx', '@xyflow/react'],
  ['packages/designer/src/edit/use-edit.ts', 'react'],
  ['packages/engine/src/compile/a.ts', 'xstate'],
  ['packages/engine/src/author/a.ts', '../issue/issue.ts'],
  ['packages/forms/src/publish/a.ts', 'node:fs'],
  ['packages/engine/src/decide/a.test.ts', 'xstate'],
])('lets %s import %s', async (file, imported) => {
  expect(await rulesBrokenBy(file, imported)).toEqual([]);
});

test('refuses the first folders of the engine the later ones', async () => {
  await write('packages/engine/src/decide/decide.ts', 'export const decide = 1;');
  expect(await rulesBrokenBy('packages/engine/src/time/a.ts', '../decide/decide.ts')).toEqual([
    'engine-order-time',
  ]);
});

test('refuses a folder of the engine that has no place in the order', async () => {
  expect(await rulesBrokenBy('packages/engine/src/clever/a.ts', '../issue/issue.ts')).toEqual([
    'engine-order-unlisted',
  ]);
});

test('refuses files that import each other, if only for a type', async () => {
  await write('packages/insight/src/b.ts', "import type { It } from './a.ts';\nexport type B = It;");
  expect(await rulesBrokenBy('packages/insight/src/a.ts', './b.ts')).toEqual(['no-cycle']);
});

test('refuses a source that imports a test', async () => {
  await write('packages/insight/src/b.test.ts', 'export const b = 1;');
  expect(await rulesBrokenBy('packages/insight/src/a.ts', './b.test.ts')).toEqual(['no-test-in-source']);
});
