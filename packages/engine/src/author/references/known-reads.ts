import { isJsonObject, type Json, type JsonObject } from '../../issue/json.ts';
import { readOwn } from '../../issue/json-pointer.ts';
import { objectAt, stepsOf } from './steps-of.ts';

/**
 * Tells of a dotted read whether something can stand there: `undefined` when it can or cannot be known here, else the
 * reads that could be meant. Known are `record` by its schema, and `effect`, `clock` and `step` by their ids.
 */
export function knownReads(document: Json): (name: string) => readonly string[] | undefined {
  const ids: { readonly [root: string]: readonly string[] } = {
    effect: [...Object.keys(objectAt(document, '/flow/effects')), ...stepsOf(document).map(({ id }) => id)],
    clock: Object.keys(objectAt(document, '/clocks')),
    step: stepsOf(document).map(({ id }) => id),
  };
  const record = objectAt(document, '/record');
  return (name) => {
    const [root = '', ...path] = name.split('.');
    if (root === 'record') return missingField(record, path);
    const known = Object.hasOwn(ids, root) ? ids[root] : undefined;
    const [id] = path;
    if (known === undefined || id === undefined || known.includes(id)) return undefined;
    return known.map((each) => [root, each, ...path.slice(1)].join('.'));
  };
}

function missingField(record: JsonObject, path: readonly string[]): readonly string[] | undefined {
  let schema: JsonObject = record;
  for (const [index, name] of path.entries()) {
    const properties = resolved(record, schema)['properties'];
    if (!isJsonObject(properties)) return undefined;
    const next = readOwn(properties, name);
    if (!isJsonObject(next)) {
      const before = path.slice(0, index);
      return Object.keys(properties).map((key) => ['record', ...before, key].join('.'));
    }
    schema = next;
  }
  return undefined;
}

/** A schema behind its `$ref` into the record's own `$defs`; a circle of them is taken as it stands. */
function resolved(record: JsonObject, schema: JsonObject): JsonObject {
  let found = schema;
  for (let hops = 0; hops < 8; hops += 1) {
    const ref = found['$ref'];
    if (typeof ref !== 'string') return found;
    found = objectAt(record, ref.slice(1));
  }
  return found;
}
