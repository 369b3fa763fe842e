import type { TSchema } from 'typebox';
import { canonicalJson } from '../canonical/canonical-json.ts';
import { hashOfJson } from '../canonical/sha256.ts';
import { isJsonObject, type Json, type JsonObject } from '../issue/json.ts';
import { pointerOf } from '../issue/json-pointer.ts';
import { branchFor, entryFor, partFor } from './definition/shape-parts.ts';
import type { ShapeSchema } from './definition/shape-schema.ts';
import { type Workflow, WorkflowShape } from './definition/workflow.ts';

/**
 * The one text of a workflow, equal for documents that mean the same: RFC 8785 sorts keys, but the order of a map's ids
 * carries meaning in a definition, so that of every map not sorted already is written out as a list. Where the document
 * gives a list of its own (`order`, `seatOrder`, `choiceOrder`), that list counts. `$schema` is left out.
 */
export function canonicalForm(workflow: Workflow): string {
  return canonicalJson(withOrders(workflow));
}

/** A version's identity: `sha256-` and 64 hexadecimal digits of its canonical form. */
export function hashWorkflow(workflow: Workflow): string {
  return hashOfJson(withOrders(workflow));
}

/** Maps of the format that have a list beside them for their order. */
const listsOfMaps: { readonly [map: string]: string } = {
  transitions: 'order',
  seats: 'seatOrder',
  choices: 'choiceOrder',
};

type Orders = { [pointer: string]: readonly string[] };

function withOrders(workflow: Workflow): Json {
  const { $schema, ...document } = workflow;
  const orders: Orders = {};
  return { document: takeOrders(WorkflowShape, document as unknown as Json, '', orders), orders };
}

/** The value without its order lists, and in `orders` the order of every map in it that is not sorted by id. */
function takeOrders(shape: TSchema | ShapeSchema, value: Json, pointer: string, orders: Orders): Json {
  const schema = branchFor(shape as ShapeSchema, value);
  if (schema === undefined) return value;
  if (Array.isArray(value)) {
    return value.map((entry, index) =>
      takeOrders(entryFor(schema, index) ?? {}, entry, pointer + pointerOf(index), orders),
    );
  }
  if (!isJsonObject(value)) return value;
  if (isMap(schema)) noteOrder(pointer, Object.keys(value), orders);
  const lists = Object.entries(listsOfMaps).filter(([map, list]) => isListed(value, map, list));
  const kept = Object.entries(value).filter(([key]) => !lists.some(([, list]) => list === key));
  const members = kept.map(([key, member]) => {
    const part = partFor(schema, key);
    return [key, part === undefined ? member : takeOrders(part, member, pointer + pointerOf(key), orders)];
  });
  for (const [map, list] of lists) noteOrder(pointer + pointerOf(map), listedIds(value, map, list), orders);
  return Object.fromEntries(members);
}

/** Maps by id or name. Maps by pointer are sets of writes, all computed before any is written: they have no order. */
function isMap({ patternProperties }: ShapeSchema): boolean {
  return Object.keys(patternProperties ?? {}).some((pattern) => !pattern.startsWith('^(/'));
}

function isListed(value: JsonObject, map: string, list: string): boolean {
  return isJsonObject(value[map]) && Array.isArray(value[list]);
}

/** The list's ids, then those it leaves out. */
function listedIds(value: JsonObject, map: string, list: string): readonly string[] {
  const ids = Object.keys(value[map] ?? {});
  const listed = (value[list] as readonly Json[]).map(String);
  return [...listed.filter((id) => ids.includes(id)), ...ids.filter((id) => !listed.includes(id))];
}

function noteOrder(pointer: string, ids: readonly string[], orders: Orders): void {
  const isSorted = ids.every((id, index) => index === 0 || (ids[index - 1] ?? '') <= id);
  if (isSorted) delete orders[pointer];
  else orders[pointer] = ids;
}
