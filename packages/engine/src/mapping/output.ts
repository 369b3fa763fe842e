import { type Issue, issue } from '../issue/issue.ts';
import { isJsonObject, type Json, type JsonObject } from '../issue/json.ts';
import { pointerOf, readPointer } from '../issue/json-pointer.ts';
import { parseInstant } from '../time/instant.ts';
import { dayOfDate } from '../time/local-date.ts';

/** An answer cut to its schema: what the schema does not name is gone, what does not fit is an issue. */
export interface CutOutput {
  readonly value?: Json;
  readonly issues: readonly Issue[];
}

/**
 * Cuts a value to a JSON Schema and checks it on the way: type, properties, required, items, enum, const, bounds of
 * numbers, texts and lists, format date and date-time, `$ref` into `$defs`. A null where a property is optional counts
 * as absent. `value` is absent exactly when there is an issue.
 */
export function cutToSchema(schema: JsonObject, value: Json, pointer = ''): CutOutput {
  const issues: Issue[] = [];
  const cut = cutNode(schema, value, { root: schema, pointer, issues });
  return issues.length > 0 || cut === undefined ? { issues } : { value: cut, issues };
}

interface Place {
  readonly root: JsonObject;
  readonly pointer: string;
  readonly issues: Issue[];
}

function cutNode(written: JsonObject, value: Json, place: Place): Json | undefined {
  const schema = resolved(written, place.root);
  const problem = misfit(schema, value);
  if (problem !== undefined) {
    const found = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
    place.issues.push(issue('mapping/output-differs', place.pointer, { expected: problem, found }));
    return undefined;
  }
  if (Array.isArray(value)) return cutList(schema, value, place);
  return isJsonObject(value) ? cutObject(schema, value, place) : value;
}

function cutObject(schema: JsonObject, value: JsonObject, place: Place): JsonObject {
  const properties = isJsonObject(schema['properties']) ? schema['properties'] : {};
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const kept: [string, Json][] = [];
  for (const [key, of] of Object.entries(properties)) {
    const found = Object.hasOwn(value, key) ? value[key] : undefined;
    const at = { ...place, pointer: place.pointer + pointerOf(key) };
    const gone = found === undefined || (found === null && !allows(of, 'null'));
    if (gone && required.includes(key)) {
      place.issues.push(
        issue('mapping/output-differs', at.pointer, { expected: 'a value', found: 'nothing' }),
      );
    }
    if (gone || found === undefined) continue;
    const cut = cutNode(isJsonObject(of) ? of : {}, found, at);
    if (cut !== undefined) kept.push([key, cut]);
  }
  return Object.fromEntries(kept);
}

function cutList(schema: JsonObject, list: readonly Json[], place: Place): readonly Json[] {
  const items = isJsonObject(schema['items']) ? schema['items'] : undefined;
  if (items === undefined) return [];
  return list.flatMap((item, index) => {
    const cut = cutNode(items, item, { ...place, pointer: `${place.pointer}/${index}` });
    return cut === undefined ? [] : [cut];
  });
}

/** What the value should have been, `undefined` when it fits; children are looked at one by one. */
function misfit(schema: JsonObject, value: Json): string | undefined {
  const types = typesOf(schema);
  if (types.length > 0 && !types.some((type) => isOfType(value, type))) return types.join(' or ');
  const choices = schema['enum'];
  if (Array.isArray(choices) && !choices.includes(value)) return `one of ${choices.join(', ')}`;
  if (schema['const'] !== undefined && schema['const'] !== value) return JSON.stringify(schema['const']);
  if (schema['format'] === 'date' && typeof value === 'string' && dayOfDate(value) === undefined)
    return 'a date';
  if (schema['format'] === 'date-time' && typeof value === 'string' && parseInstant(value) === undefined) {
    return 'an instant with a zone';
  }
  return outOfBounds(schema, value);
}

function outOfBounds(schema: JsonObject, value: Json): string | undefined {
  const size = sizeOf(value);
  if (size === undefined) return undefined;
  const kind = typeof value === 'number' ? 'imum' : typeof value === 'string' ? 'Length' : 'Items';
  const least = schema[`min${kind}`];
  const most = schema[`max${kind}`];
  if (typeof least === 'number' && size < least) return `at least ${least}`;
  return typeof most === 'number' && size > most ? `at most ${most}` : undefined;
}

function sizeOf(value: Json): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return [...value].length;
  return Array.isArray(value) ? value.length : undefined;
}

/** The types a schema names; one without `type` still says what it is about by `properties` or `items`. */
function typesOf(schema: JsonObject): readonly Json[] {
  const { type } = schema;
  if (Array.isArray(type)) return type;
  if (type !== undefined) return [type];
  if (schema['properties'] !== undefined) return ['object'];
  return schema['items'] === undefined ? [] : ['array'];
}

function isOfType(value: Json, type: Json): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isJsonObject(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

function allows(schema: Json, type: string): boolean {
  return isJsonObject(schema) && typesOf(schema).includes(type);
}

function resolved(schema: JsonObject, root: JsonObject): JsonObject {
  const reference = schema['$ref'];
  const target = typeof reference === 'string' ? readPointer(root, reference.slice(1)) : undefined;
  return isJsonObject(target) ? target : schema;
}
