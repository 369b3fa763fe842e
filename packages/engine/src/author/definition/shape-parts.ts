import type { Json } from '../../issue/json.ts';
import { chooseBranch } from './choose-branch.ts';
import { matches, type ShapeSchema } from './shape-schema.ts';

/** What a key must hold, or `undefined` when the shape does not speak of it. */
export function partFor(schema: ShapeSchema, key: string): ShapeSchema | undefined {
  const named = schema.properties;
  if (named !== undefined && Object.hasOwn(named, key)) return named[key];
  for (const [pattern, part] of Object.entries(schema.patternProperties ?? {})) {
    if (matches(pattern, key)) return part;
  }
  return typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
}

/** What an entry of a list must hold: the same everywhere, or by its place. */
export function entryFor({ items }: ShapeSchema, index: number): ShapeSchema | undefined {
  return isPlaced(items) ? items[index] : items;
}

function isPlaced(items: ShapeSchema['items']): items is readonly ShapeSchema[] {
  return Array.isArray(items);
}

/** The branch of a union that a value means, or the schema itself; `undefined` where the shape follows it no further. */
export function branchFor(schema: ShapeSchema, value: Json): ShapeSchema | undefined {
  if (schema.$ref !== undefined) return undefined;
  if (schema.anyOf === undefined) return schema;
  const choice = chooseBranch(schema.anyOf, value);
  return choice.kind === 'branches' ? choice.branches[0] : undefined;
}
