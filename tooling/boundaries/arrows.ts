/** Which rooms a room may import, and of a neighbour only which doors where it may not have all of them. */
export const packageArrows: Readonly<Record<string, Readonly<Record<string, readonly string[] | 'all'>>>> = {
  engine: {},
  templates: {},
  forms: { engine: 'all' },
  connectors: { engine: 'all' },
  insight: { engine: 'all' },
  server: { engine: 'all', forms: ['.', './publish'], connectors: 'all', insight: 'all', templates: 'all' },
  workbench: { engine: 'all', forms: 'all', insight: 'all', server: ['./contract'] },
  designer: { engine: 'all', forms: 'all', connectors: ['./schemas'] },
};

const shapes = 'author/definition';
const ground = ['issue', 'canonical', 'time', 'text'];
const foundations = [...ground, 'expression', 'mapping'];

/**
 * What each folder of the engine may import besides itself. The files behind the doors assemble, and are free.
 * `decide` collects effects and an effect speaks of tasks: those two share shapes, and only files may not go in circles.
 * So do `routing` and `decide`: a proposal reads a pass of offers and is a route event.
 * The shapes of the format in `author/definition` stand below everything that reads such a part of a document.
 */
export const engineOrder: Readonly<Record<string, readonly string[]>> = {
  issue: [],
  canonical: ['issue'],
  time: ['issue', shapes],
  text: ['issue', shapes],
  expression: ground,
  mapping: [...ground, 'expression', shapes],
  author: foundations,
  routing: [...ground, 'expression', 'author', 'decide'],
  compile: [...foundations, 'author', 'routing'],
  effects: [...foundations, 'author', 'decide'],
  decide: [...foundations, 'author', 'routing', 'compile', 'effects'],
  trial: [...foundations, 'author', 'routing', 'compile', 'effects', 'decide'],
  verify: [...foundations, 'author', 'routing', 'compile', 'effects', 'decide', 'trial'],
  versions: [...foundations, 'author', 'routing', 'compile', 'effects', 'decide'],
};

/** Where in `packages` an outside part may be imported. Everybody else goes through that folder. */
export const owners: readonly { readonly parts: readonly string[]; readonly folders: readonly string[] }[] = [
  { parts: ['xstate'], folders: ['engine/src/compile/'] },
  { parts: ['json-logic-js'], folders: ['engine/src/expression/'] },
  {
    parts: ['typebox'],
    folders: ['engine/src/author/', 'engine/src/routing/facts/', 'connectors/', 'server/'],
  },
  { parts: ['undici'], folders: ['connectors/src/network/'] },
  { parts: ['kysely', 'pg', 'pg-boss'], folders: ['server/src/store/'] },
  { parts: ['better-auth'], folders: ['server/src/gate/'] },
  { parts: ['dexie'], folders: ['workbench/src/offline/', 'designer/src/stores/edit-log-dexie.ts'] },
  { parts: ['@xyflow/react'], folders: ['designer/src/surface/flow/'] },
];

/** Rooms whose code must also run where there is no Node. */
export const roomsWithoutNode = ['engine', 'insight', 'forms', 'workbench', 'designer'];
