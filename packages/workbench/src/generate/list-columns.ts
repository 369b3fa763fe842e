import type { Workflow } from '@paidan/engine';
import type { JsonObject } from '@paidan/engine/issue';
import type { Column } from './column.ts';
import { type FieldWords, fieldWords, wordsOfKey } from './field-words.ts';
import { readingOf } from './reading.ts';
import { type RecordPlace, recordPlaces } from './record-places.ts';

/** Every place of the record these roles may read, in the order of the document. */
export function recordColumns(workflow: Workflow, roles: readonly string[]): readonly Column[] {
  const words = fieldWords(workflow);
  const { may, isMasked } = readingOf(workflow, roles);
  return recordPlaces(workflow.record)
    .filter(({ pointer }) => may(pointer))
    .map((place) => ({ ...columnOf(place, words), isMasked: isMasked(place.pointer) }));
}

function columnOf({ pointer, schema, kind }: RecordPlace, words: ReadonlyMap<string, FieldWords>) {
  const named = nearest(pointer, words);
  return {
    pointer,
    label: named?.label ?? wordsOfKey(pointer),
    kind: named?.kind === 'money' ? ('money' as const) : kind,
    choices: named?.choices ?? {},
    isNamed: named !== undefined && !(named.kind === 'choice' && holdsForeignIds(schema, named)),
    isPersonal: schema['x-pii'] !== undefined,
  };
}

// Choices that only another system can name: what the record holds is that system's id.
function holdsForeignIds(schema: JsonObject, { choices }: FieldWords): boolean {
  return schema['type'] === 'string' && Object.keys(choices).length === 0;
}

// A field may ask for a whole group, such as a place: its leaves then have the group's words when they are the only text.
function nearest(pointer: string, words: ReadonlyMap<string, FieldWords>): FieldWords | undefined {
  const own = words.get(pointer);
  if (own !== undefined) return own;
  const above = words.get(pointer.slice(0, pointer.lastIndexOf('/')));
  return above?.kind === 'location' && pointer.endsWith('/address') ? above : undefined;
}

const mostColumns = 4;

/**
 * The columns a list opens with: what the starting form demands, the sharpest first: choices, then short texts. Long
 * texts close the row, because they take what is left.
 */
export function listColumns(workflow: Workflow, columns: readonly Column[]): readonly Column[] {
  const asked = startingPointers(workflow);
  const fit = columns.filter(({ kind }) => kind !== 'files' && kind !== 'list');
  const demanded = fit.filter(({ pointer }) => asked.includes(pointer));
  const chosen = [...demanded, ...fit.filter((column) => !demanded.includes(column) && hasWords(column))];
  return chosen.slice(0, mostColumns);
}

/** Filters with counts or ranges: choices and yes-or-no first, then dates and numbers. */
export function listFilters(columns: readonly Column[]): readonly Column[] {
  return columns.filter(({ kind, isNamed }) => isNamed && (kind === 'choice' || kind === 'yes-no'));
}

function hasWords({ kind, choices }: Column): boolean {
  return kind === 'choice' && Object.keys(choices).length > 0;
}

function startingPointers({ flow, forms = {} }: Workflow): readonly string[] {
  const start = flow.steps[flow.start];
  if (start?.kind !== 'form') return [];
  const use = forms[start.form];
  if (use === undefined) return [];
  const required = use.form.stages[start.stage]?.required ?? [];
  return required.flatMap((id) => {
    const at = use.form.fields[id]?.at;
    return at === undefined ? [] : [`${use.writes}${at}`];
  });
}
