import type { TSchema } from 'typebox';
import { type Issue, issue } from '../../issue/issue.ts';
import { isJsonObject, type Json } from '../../issue/json.ts';
import { pointerOf } from '../../issue/json-pointer.ts';
import { chooseBranch } from './choose-branch.ts';
import { nearestWord } from './nearest-word.ts';
import type { ReferenceKind } from './shape.ts';
import { entryFor, partFor } from './shape-parts.ts';
import { brokenLimit, isOfType, type ShapeSchema } from './shape-schema.ts';
import { sayExpected, sayFound, sayLimit } from './shape-words.ts';

/** A place the shape marks: what stands there and what it is. */
export interface MarkedPlace {
  readonly is: 'expression' | 'text' | 'mapping-line';
  readonly pointer: string;
  readonly value: Json;
}

/** A text that names something: what kind of thing, and where the name is written. */
export interface NamedPlace {
  readonly refers: ReferenceKind;
  readonly pointer: string;
  readonly id: string;
}

/** What one walk over a document finds, in document order. */
export interface ShapeReading {
  readonly issues: readonly Issue[];
  readonly marked: readonly MarkedPlace[];
  readonly named: readonly NamedPlace[];
}

interface Walk {
  readonly defs: ShapeSchema['$defs'];
  readonly issues: Issue[];
  readonly marked: MarkedPlace[];
  readonly named: NamedPlace[];
}

/**
 * Every place where a document departs from a shape, and every place the shape marks, in one walk. Of a union only the
 * branch speaks that the document chose by `kind` or another fixed key, so that one mistake is one issue.
 */
export function readShape(shape: TSchema, json: unknown, pointer = ''): ShapeReading {
  const schema = shape as ShapeSchema;
  const walk: Walk = { defs: undefined, issues: [], marked: [], named: [] };
  readValue(walk, schema, json as Json | undefined, pointer);
  return walk;
}

function readValue(walk: Walk, schema: ShapeSchema, value: Json | undefined, pointer: string): void {
  if (schema.$ref !== undefined) {
    const inner = schema.$defs === undefined ? walk : { ...walk, defs: schema.$defs };
    const target = inner.defs?.[schema.$ref];
    if (target !== undefined) readValue(inner, target, value, pointer);
    return;
  }
  if (schema.anyOf !== undefined) readUnion(walk, schema, schema.anyOf, value, pointer);
  else readPlain(walk, schema, value, pointer);
  const is = schema['x-is'];
  if (is !== undefined && value !== undefined) walk.marked.push({ is, pointer, value });
}

function readUnion(
  walk: Walk,
  schema: ShapeSchema,
  branches: readonly ShapeSchema[],
  value: Json | undefined,
  pointer: string,
): void {
  const choice = chooseBranch(branches, value);
  if (choice.kind === 'none') walk.issues.push(differs(schema, pointer, value));
  else if (choice.kind === 'key') {
    const at = pointer + pointerOf(choice.key);
    walk.issues.push(
      issue('definition/schema', at, {
        expected: sayLimit('enum', choice.values),
        found: sayFound(choice.found),
      }),
    );
  } else readBest(walk, choice.branches, value, pointer);
}

/** Where more than one branch may be meant, the one with the fewest issues is taken to be. */
function readBest(
  walk: Walk,
  branches: readonly ShapeSchema[],
  value: Json | undefined,
  pointer: string,
): void {
  const [only] = branches;
  if (only !== undefined && branches.length === 1) {
    readValue(walk, only, value, pointer);
    return;
  }
  let best: Walk | undefined;
  for (const branch of branches) {
    const tried: Walk = { defs: walk.defs, issues: [], marked: [], named: [] };
    readValue(tried, branch, value, pointer);
    if (best === undefined || tried.issues.length < best.issues.length) best = tried;
    if (best.issues.length === 0) break;
  }
  if (best === undefined) return;
  walk.issues.push(...best.issues);
  walk.marked.push(...best.marked);
  walk.named.push(...best.named);
}

function readPlain(walk: Walk, schema: ShapeSchema, value: Json | undefined, pointer: string): void {
  if (value === undefined || !isOfType(schema, value)) {
    walk.issues.push(differs(schema, pointer, value));
    return;
  }
  const broken = brokenLimit(schema, value);
  if (broken !== undefined) {
    const expected = sayLimit(broken, schema[broken]);
    walk.issues.push(issue('definition/schema', pointer, { expected, found: sayFound(value) }));
    if (broken === 'enum' || broken === 'const') return;
  }
  const refers = schema['x-refers'];
  if (refers !== undefined && typeof value === 'string') walk.named.push({ refers, pointer, id: value });
  if (Array.isArray(value)) readList(walk, schema, value, pointer);
  else if (isJsonObject(value)) readObject(walk, schema, value, pointer);
}

function readList(walk: Walk, schema: ShapeSchema, list: readonly Json[], pointer: string): void {
  for (const [index, entry] of list.entries()) {
    const part = entryFor(schema, index);
    if (part !== undefined) readValue(walk, part, entry, pointer + pointerOf(index));
  }
}

function readObject(
  walk: Walk,
  schema: ShapeSchema,
  object: { readonly [key: string]: Json },
  pointer: string,
): void {
  if (isOpenReference(schema, object)) {
    walk.issues.push(issue('definition/unresolved-ref', pointer, { ref: object['ref'] ?? '' }));
    return;
  }
  for (const key of schema.required ?? []) {
    if (Object.hasOwn(object, key)) continue;
    const expected = sayExpected(schema.properties?.[key] ?? {}, walk.defs);
    walk.issues.push(issue('definition/missing-key', pointer, { key, expected }));
  }
  for (const [key, value] of Object.entries(object)) {
    const part = partFor(schema, key);
    const at = pointer + pointerOf(key);
    const refers = schema['x-key-refers'];
    if (refers !== undefined) walk.named.push({ refers, pointer: at, id: key });
    if (part !== undefined) readValue(walk, part, value, at);
    else if (isClosed(schema)) walk.issues.push(unknownKey(schema, object, key, at));
  }
}

function isClosed(schema: ShapeSchema): boolean {
  return schema.additionalProperties === false || schema.patternProperties !== undefined;
}

function isOpenReference(schema: ShapeSchema, object: { readonly [key: string]: Json }): boolean {
  return typeof object['ref'] === 'string' && partFor(schema, 'ref')?.type !== 'string' && isClosed(schema);
}

function unknownKey(schema: ShapeSchema, object: object, key: string, pointer: string): Issue {
  const pattern = Object.keys(schema.patternProperties ?? {})[0];
  if (pattern !== undefined) {
    return issue('definition/schema', pointer, { expected: sayLimit('key', pattern), found: key });
  }
  const known = Object.keys(schema.properties ?? {});
  const free = known.filter((name) => !Object.hasOwn(object, name));
  return issue('definition/unknown-key', pointer, {
    key,
    nearest: nearestWord(key, free) || nearestWord(key, known),
  });
}

function differs(schema: ShapeSchema, pointer: string, found: Json | undefined): Issue {
  return issue('definition/schema', pointer, {
    expected: sayExpected(schema, undefined),
    found: sayFound(found),
  });
}
