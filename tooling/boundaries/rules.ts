import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IRegularForbiddenRuleType } from 'dependency-cruiser';
import { engineOrder, owners, packageArrows, roomsWithoutNode } from './arrows.ts';

const TESTS = '\\.(test|test-d)\\.tsx?$';

/** The rules of dependency-cruiser for the workspace below `root`, whose packages name their own doors. */
export function boundaryRules(root: string): readonly IRegularForbiddenRuleType[] {
  const doors = doorsBelow(root);
  return [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:' } },
    rule('no-test-in-source', { path: '^packages/', pathNot: TESTS }, { path: TESTS }),
    rule(
      'packages-stand-alone',
      { path: '^packages/', pathNot: TESTS },
      { path: '^(examples|bench|e2e|tooling)/' },
    ),
    doorRule(doors),
    ...Object.keys(packageArrows).map((room) => arrowRule(room, doors)),
    ...Object.entries(engineOrder).map(([stage, allowed]) => stageRule(stage, allowed)),
    rule(
      'engine-order-unlisted',
      {
        path: '^packages/engine/src/[^/]+/',
        pathNot: `^packages/engine/src/(${Object.keys(engineOrder).join('|')})/`,
      },
      { path: '.' },
    ),
    ...owners.map(({ parts, folders }) => ownerRule(parts, folders)),
    rule(
      'react-in-components',
      { path: '^packages/', pathNot: ['\\.tsx$', '/use-[^/]+\\.ts$', TESTS] },
      { path: installed('react', 'react-dom') },
    ),
    ...roomsWithoutNode.map((room) => nodelessRule(room)),
  ];
}

type Doors = Readonly<Record<string, Readonly<Record<string, string>>>>;
type Side = IRegularForbiddenRuleType['from'];
type Target = IRegularForbiddenRuleType['to'];

function rule(name: string, from: Side, to: Target): IRegularForbiddenRuleType {
  return { name, severity: 'error', from, to };
}

function doorRule(doors: Doors): IRegularForbiddenRuleType {
  const files = Object.values(doors).flatMap((of) => Object.values(of));
  const from = { path: '^(?:packages/([^/]+)|examples|bench|e2e|tooling)/' };
  return rule('through-doors', from, {
    path: '^packages/',
    pathNot: ['^packages/$1/', ...files.map(exactly)],
  });
}

function arrowRule(room: string, doors: Doors): IRegularForbiddenRuleType {
  const allowed = Object.entries(packageArrows[room] ?? {}).flatMap(([neighbour, through]) =>
    through === 'all'
      ? [`^packages/${neighbour}/`]
      : through.flatMap((door) => doors[neighbour]?.[door] ?? []).map(exactly),
  );
  const from = { path: `^packages/${room}/` };
  return rule(`arrows-of-${room}`, from, { path: '^packages/', pathNot: [`^packages/${room}/`, ...allowed] });
}

function stageRule(stage: string, allowed: readonly string[]): IRegularForbiddenRuleType {
  const free = [stage, ...allowed].join('|');
  return rule(
    `engine-order-${stage}`,
    { path: `^packages/engine/src/${stage}/`, pathNot: TESTS },
    { path: '^packages/engine/src/', pathNot: `^packages/engine/src/(${free})/` },
  );
}

function ownerRule(parts: readonly string[], folders: readonly string[]): IRegularForbiddenRuleType {
  return rule(
    `owner-of-${parts.join('-')}`,
    { path: '^packages/', pathNot: [TESTS, ...folders.map((folder) => `^packages/${folder}`)] },
    { path: installed(...parts) },
  );
}

/** What makes a form ready for publishing runs in Node only, and has a door of its own. */
function nodelessRule(room: string): IRegularForbiddenRuleType {
  return rule(
    `no-node-in-${room}`,
    { path: `^packages/${room}/src/`, pathNot: [TESTS, '^packages/forms/src/publish'] },
    { dependencyTypes: ['core'] },
  );
}

function installed(...parts: readonly string[]): string {
  return `(?:^|/)node_modules/(?:@types/)?(?:${parts.join('|')})/`;
}

function exactly(file: string): string {
  return `^${file.replaceAll('.', '\\.')}$`;
}

function doorsBelow(root: string): Doors {
  const folders = readdirSync(join(root, 'packages'));
  return Object.fromEntries(folders.map((folder) => [folder, doorsOf(root, folder)]));
}

function doorsOf(root: string, folder: string): Readonly<Record<string, string>> {
  const manifest: { readonly exports?: Readonly<Record<string, Readonly<Record<string, string>>>> } =
    JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8'));
  return Object.fromEntries(
    Object.entries(manifest.exports ?? {}).flatMap(([door, file]) => {
      const source = file['paidan-source'];
      return source === undefined ? [] : [[door, `packages/${folder}/${source.replace('./', '')}`]];
    }),
  );
}
