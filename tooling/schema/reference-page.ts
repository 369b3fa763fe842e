import { isJsonObject, type Json, type JsonObject } from '../../packages/engine/src/issue/index.ts';

interface Page {
  readonly comments: { readonly [shape: string]: string };
}

/** The reference page of the workflow format: one section per part with its keys, their types and meanings. */
export function referencePage(schema: JsonObject, comments: Page['comments']): string {
  const parts = Object.entries(objectOf(schema['$defs']));
  const sections = parts
    .filter(([name]) => name !== 'reference')
    .map(([name, part]) => section(name, objectOf(part), comments));
  return [
    '# The workflow document',
    '',
    'Printed by `pnpm schema` from the shapes in `packages/engine/src/author/definition`; do not edit it here.',
    '`packages/engine/schema/workflow.schema.json` is the same as JSON Schema 2020-12.',
    '',
    comments['WorkflowShape'] ?? '',
    '',
    keyTable(schema),
    ...sections,
  ].join('\n');
}

function section(name: string, part: JsonObject, comments: Page['comments']): string {
  const meaning = comments[shapeName(name, comments)] ?? '';
  const branches = branchesOf(part);
  const body =
    branches.length === 0
      ? [`Type: ${typeOf(part)}`, '', keyTable(part)]
      : branches.flatMap((branch) => [
          `### ${name}: ${branchName(branch)}`,
          '',
          ...branchMeaning(branch, comments),
          keyTable(branch),
        ]);
  return [`## ${name}`, '', ...(meaning === '' ? [] : [meaning, '']), ...body].join('\n');
}

function branchMeaning(branch: JsonObject, comments: Page['comments']): readonly string[] {
  const kind = branchName(branch);
  const capital = kind.charAt(0).toUpperCase() + kind.slice(1);
  const meaning = comments[`${capital}StepShape`] ?? comments[`${capital}EffectShape`];
  return meaning === undefined ? [] : [meaning, ''];
}

function shapeName(part: string, comments: Page['comments']): string {
  const words = part.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const candidates = [
    `${words.join('')}Shape`,
    `${words.join('')}FileShape`,
    `${words.join('')}DefinitionShape`,
  ];
  return (
    candidates.find((candidate) => comments[candidate] !== undefined) ?? `Workflow${words.join('')}Shape`
  );
}

/** The objects a union is made of, unions within it taken apart. */
function branchesOf(part: JsonObject): readonly JsonObject[] {
  if (!Array.isArray(part['anyOf'])) return [];
  return part['anyOf'].map(objectOf).flatMap((branch) => {
    const inner = branchesOf(branch);
    if (inner.length > 0) return inner;
    return isJsonObject(branch['properties']) ? [branch] : [];
  });
}

function branchName(branch: JsonObject): string {
  const fixed = Object.entries(objectOf(branch['properties'])).find(([, key]) => 'const' in objectOf(key));
  return fixed === undefined ? 'object' : String(objectOf(fixed[1])['const']);
}

function keyTable(part: JsonObject): string {
  const keys = Object.entries(objectOf(part['properties']));
  if (keys.length === 0) return '';
  const required = new Set(Array.isArray(part['required']) ? part['required'] : []);
  const rows = keys.map(([key, value]) => {
    const schema = objectOf(value);
    return `| \`${key}\` | ${typeOf(schema)} | ${required.has(key) ? 'yes' : ''} | ${meaningOf(schema)} |`;
  });
  return ['| key | type | required | meaning |', '|---|---|---|---|', ...rows, ''].join('\n');
}

function typeOf(schema: JsonObject): string {
  if (typeof schema['$ref'] === 'string') return linkTo(schema['$ref']);
  if ('const' in schema) return `\`${JSON.stringify(schema['const'])}\``;
  if (Array.isArray(schema['enum'])) return schema['enum'].map((value) => `\`${String(value)}\``).join(', ');
  if (Array.isArray(schema['anyOf']))
    return [...new Set(schema['anyOf'].map((one) => typeOf(objectOf(one))))].join(' or ');
  if (schema['type'] === 'array') return `list of ${typeOf(objectOf(schema['items']))}`;
  const [pattern] = Object.values(objectOf(schema['patternProperties']));
  if (pattern !== undefined) return `map of ${typeOf(objectOf(pattern))}`;
  if (isJsonObject(schema['properties'])) {
    return `object: ${Object.keys(schema['properties'])
      .map((key) => `\`${key}\``)
      .join(', ')}`;
  }
  return String(schema['type'] ?? 'any value');
}

function linkTo(ref: string): string {
  const name = ref.slice('#/$defs/'.length);
  return `[${name}](#${name})`;
}

function meaningOf(schema: JsonObject): string {
  const description = typeof schema['description'] === 'string' ? schema['description'] : '';
  const refers = refersOf(schema);
  const named = refers === undefined ? '' : `names a ${refers}`;
  return [named, description].filter((words) => words !== '').join('; ');
}

/** What an id here names: marked on the text itself, or on the entries of a list. */
function refersOf(schema: JsonObject): string | undefined {
  const own = schema['x-refers'];
  if (typeof own === 'string') return own.replaceAll('-', ' ');
  return isJsonObject(schema['items']) ? refersOf(schema['items']) : undefined;
}

function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}
