import { isJsonObject, type Json, type JsonObject } from '@paidan/engine/issue';
import { findNumber, findText, holdsNumber, holdsText } from './schema-scalars.ts';

/** One broken keyword: where in the value, and the schema node that demanded it. */
export interface Violation {
  readonly keyword: string;
  readonly pointer: string;
  readonly schema: JsonObject;
}

/** A schema made ready without making code, so that it runs under `script-src 'self'` in every runtime. */
export interface SchemaCheck {
  holds(value: Json): boolean;
  /** Every broken keyword, pointers starting with `at`; for a missing or unknown member the member's own. */
  violations(value: Json, at?: string): readonly Violation[];
}

interface Node {
  holds(value: Json): boolean;
  find(value: Json, at: string, into: Violation[]): void;
}

/**
 * Closures for one schema. References are local to `root`; keywords are those of forms.md 1, and for the format's own
 * shapes also `anyOf` (told apart by a `const` member) and `patternProperties` (whose object knows no other names).
 */
export function interpretSchema(schema: JsonObject, root: JsonObject = schema): SchemaCheck {
  const node = nodeOf(schema, { root, made: new Map() });
  return {
    holds: node.holds,
    violations: (value, at = '') => {
      if (node.holds(value)) return [];
      const into: Violation[] = [];
      node.find(value, at, into);
      return into;
    },
  };
}

/** The schema node itself, with local references followed; the annotations beside a reference are kept. */
export function resolveSchema(schema: JsonObject, root: JsonObject): JsonObject {
  const reference = schema['$ref'];
  if (typeof reference !== 'string') return schema;
  const target = referenced(reference, root);
  const { $ref: _, ...beside } = schema;
  return target === undefined ? beside : { ...resolveSchema(target, root), ...beside };
}

function referenced(reference: string, root: JsonObject): JsonObject | undefined {
  const [, holder, name = ''] = reference.split('/');
  const found = holder === '$defs' && isJsonObject(root['$defs']) ? root['$defs'][name] : undefined;
  return isJsonObject(found) ? found : undefined;
}

interface Making {
  readonly root: JsonObject;
  readonly made: Map<string, Node>;
}

const anything: Node = { holds: () => true, find: () => {} };

function nodeOf(schema: Json | undefined, making: Making): Node {
  if (!isJsonObject(schema)) return anything;
  const reference = schema['$ref'];
  if (typeof reference === 'string') return referencedNode(reference, making);
  const parts = [typePart(schema), valuePart(schema), unionPart(schema, making)].filter(
    (part) => part !== null,
  );
  const inside = [objectPart(schema, making), listPart(schema, making)].filter((part) => part !== null);
  return together([...parts, ...inside]);
}

function referencedNode(reference: string, making: Making): Node {
  const known = making.made.get(reference);
  if (known !== undefined) return known;
  let target = anything;
  const late: Node = {
    holds: (value) => target.holds(value),
    find: (value, at, into) => target.find(value, at, into),
  };
  making.made.set(reference, late);
  target = nodeOf(referenced(reference, making.root), making);
  making.made.set(reference, target);
  return target;
}

function together(parts: readonly Node[]): Node {
  const [first, second] = parts;
  if (first === undefined) return anything;
  if (second === undefined) return first;
  return {
    holds: (value) => {
      for (const part of parts) if (!part.holds(value)) return false;
      return true;
    },
    find: (value, at, into) => {
      for (const part of parts) part.find(value, at, into);
    },
  };
}

/** A part that looks at the value as a whole and breaks one keyword. */
function single(keyword: string, schema: JsonObject, holds: (value: Json) => boolean): Node {
  return {
    holds,
    find: (value, at, into) => {
      if (!holds(value)) into.push({ keyword, pointer: at, schema });
    },
  };
}

function typePart(schema: JsonObject): Node | null {
  const type = schema['type'];
  return typeof type === 'string' ? single('type', schema, typeTest(type)) : null;
}

function typeTest(type: string): (value: Json) => boolean {
  switch (type) {
    case 'object':
      return isJsonObject;
    case 'array':
      return Array.isArray;
    case 'integer':
      return Number.isInteger;
    case 'number':
      return Number.isFinite;
    default:
      return (value) => typeof value === type;
  }
}

function valuePart(schema: JsonObject): Node | null {
  const parts: Node[] = [];
  const allowed = schema['enum'];
  if (Array.isArray(allowed)) {
    const set = new Set(allowed);
    parts.push(single('enum', schema, (value) => set.has(value)));
  }
  if (schema['const'] !== undefined) {
    parts.push(single('const', schema, (value) => value === schema['const']));
  }
  parts.push({
    holds: scalarHolds(schema),
    find: (value, at, into) => {
      const broken = typeof value === 'string' ? findText(value, schema) : findNumber(value, schema);
      for (const keyword of broken) into.push({ keyword, pointer: at, schema });
    },
  });
  return together(parts);
}

function scalarHolds(schema: JsonObject): (value: Json) => boolean {
  const text = holdsText(schema);
  const number = holdsNumber(schema);
  return (value) => {
    if (typeof value === 'string') return text(value);
    return typeof value === 'number' ? number(value) : true;
  };
}

function unionPart(schema: JsonObject, making: Making): Node | null {
  const variants = schema['anyOf'];
  if (!Array.isArray(variants)) return null;
  const nodes = variants.map((variant: Json) => ({ variant, node: nodeOf(variant, making) }));
  return {
    holds: (value) => nodes.some(({ node }) => node.holds(value)),
    find: (value, at, into) => {
      if (nodes.some(({ node }) => node.holds(value))) return;
      const meant = nodes.find(({ variant }) => isMeant(variant, value));
      if (meant === undefined) into.push({ keyword: 'anyOf', pointer: at, schema });
      else meant.node.find(value, at, into);
    },
  };
}

/** The variant an author meant: the one whose constant members agree, else the one of the same type. */
function isMeant(variant: Json, value: Json): boolean {
  if (!isJsonObject(variant)) return false;
  const members = isJsonObject(variant['properties']) ? Object.entries(variant['properties']) : [];
  const constants = members.filter(([, member]) => isJsonObject(member) && member['const'] !== undefined);
  if (constants.length === 0) return typeof variant['type'] === 'string' && typeTest(variant['type'])(value);
  return constants.every(
    ([name, member]) => isJsonObject(value) && isJsonObject(member) && value[name] === member['const'],
  );
}

function objectPart(schema: JsonObject, making: Making): Node | null {
  const named = isJsonObject(schema['properties']) ? schema['properties'] : undefined;
  const patterned = isJsonObject(schema['patternProperties']) ? schema['patternProperties'] : undefined;
  const required = Array.isArray(schema['required']) ? (schema['required'] as readonly string[]) : [];
  if (named === undefined && patterned === undefined && required.length === 0) return null;
  const members = new Map(
    Object.entries(named ?? {}).map(([name, member]) => [name, nodeOf(member, making)]),
  );
  const patterns = Object.entries(patterned ?? {}).map(
    ([pattern, member]) => [new RegExp(pattern, 'u'), nodeOf(member, making)] as const,
  );
  const isClosed = schema['additionalProperties'] === false || patterned !== undefined;
  const nodeFor = (name: string): Node | undefined =>
    members.get(name) ?? patterns.find(([pattern]) => pattern.test(name))?.[1];
  return {
    holds: (value) => {
      if (!isJsonObject(value)) return true;
      for (const name of required) if (!Object.hasOwn(value, name)) return false;
      for (const name in value) {
        const node = nodeFor(name);
        if (node === undefined ? isClosed : !node.holds(value[name] as Json)) return false;
      }
      return true;
    },
    find: (value, at, into) => {
      if (!isJsonObject(value)) return;
      for (const name of required) {
        if (!Object.hasOwn(value, name)) into.push({ keyword: 'required', pointer: below(at, name), schema });
      }
      for (const [name, member] of Object.entries(value)) {
        const node = nodeFor(name);
        if (node !== undefined) node.find(member, below(at, name), into);
        else if (isClosed) into.push({ keyword: 'additionalProperties', pointer: below(at, name), schema });
      }
    },
  };
}

function listPart(schema: JsonObject, making: Making): Node | null {
  const { items, minItems, maxItems } = schema;
  const least = typeof minItems === 'number' ? minItems : 0;
  const most = typeof maxItems === 'number' ? maxItems : Number.POSITIVE_INFINITY;
  const isUnique = schema['uniqueItems'] === true;
  if (items === undefined && minItems === undefined && maxItems === undefined && !isUnique) return null;
  const each = nodeOf(items, making);
  return {
    holds: (value) => {
      if (!Array.isArray(value)) return true;
      if (value.length < least || value.length > most || (isUnique && repeats(value))) return false;
      for (const item of value) if (!each.holds(item)) return false;
      return true;
    },
    find: (value, at, into) => {
      if (!Array.isArray(value)) return;
      if (value.length < least) into.push({ keyword: 'minItems', pointer: at, schema });
      if (value.length > most) into.push({ keyword: 'maxItems', pointer: at, schema });
      // A list beyond its limit is not read further: its length is the finding, its content could be endless.
      if (value.length > most) return;
      if (isUnique && repeats(value)) into.push({ keyword: 'uniqueItems', pointer: at, schema });
      value.forEach((item: Json, index) => {
        each.find(item, below(at, String(index)), into);
      });
    },
  };
}

function repeats(list: readonly Json[]): boolean {
  return new Set(list.map((item) => identityOf(item))).size < list.length;
}

/** Equal text exactly for equal JSON: object keys sorted, types told apart. */
function identityOf(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(identityOf).join()}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${identityOf(value[key] as Json)}`).join()}}`;
}

function below(at: string, name: string): string {
  return `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
