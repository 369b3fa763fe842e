import type { WorkOrderTag } from '../../author/definition/policy-tags.ts';
import { isJsonObject, type Json, type JsonObject } from '../../issue/json.ts';
import { readOwn } from '../../issue/json-pointer.ts';
import { instantMs } from '../../time/instant.ts';
import { type UnitVector, unitVector } from '../eligible/distance.ts';
import type { WorkOrderFacts } from './work-order-facts.ts';

/** A work order's facts with its tags read, its instants in milliseconds and its place on the unit sphere. */
export interface PreparedWorkOrder {
  readonly facts: WorkOrderFacts;
  readonly id: string;
  readonly createdMs: number;
  readonly dueMs: number | undefined;
  readonly plannedMs: number | undefined;
  readonly visitMs: number;
  readonly tags: { readonly [tag: string]: Json | undefined };
  /** What conditions read: `record`, `workOrder` (tags, id, instants) and `at`. */
  readonly expressionFacts: JsonObject;
  readonly placeAt: (path: string) => UnitVector | undefined;
}

export function prepareWorkOrder(
  facts: WorkOrderFacts,
  tags: { readonly [tag: string]: WorkOrderTag },
  at: string,
): PreparedWorkOrder {
  const read = Object.fromEntries(Object.entries(tags).map(([id, tag]) => [id, tagValue(tag, facts)]));
  const places = new Map<string, UnitVector | undefined>();
  const placeAt = (path: string) => {
    if (!places.has(path)) places.set(path, placeOf(readPath(facts, path)));
    return places.get(path);
  };
  return {
    facts,
    id: facts.id,
    createdMs: instantMs(facts.createdAt),
    dueMs: facts.dueAt === undefined ? undefined : instantMs(facts.dueAt),
    plannedMs: facts.plannedAt === undefined ? undefined : instantMs(facts.plannedAt),
    // A visit of no length still needs its instant to lie in a shift.
    visitMs: Math.max(1, facts.visitMs ?? 1),
    tags: read,
    expressionFacts: { record: facts.record, workOrder: { ...plainFacts(facts), ...known(read) }, at },
    placeAt,
  };
}

/** What a dotted path reads: `record.…` from the record, `workOrder.…` from the work order's own facts. */
export function readPath(facts: WorkOrderFacts, path: string): Json | undefined {
  const [root, ...segments] = path.split('.');
  let value: Json | undefined = root === 'record' ? facts.record : plainFacts(facts);
  for (const segment of segments) value = readOwn(value, segment);
  return value ?? undefined;
}

function tagValue(tag: WorkOrderTag, facts: WorkOrderFacts): Json | undefined {
  const value = readPath(facts, tag.from);
  if (tag.to === undefined) return value;
  const key = typeof value === 'string' || typeof value === 'number' ? String(value) : '*';
  return readOwn(tag.to, key) ?? readOwn(tag.to, '*');
}

function plainFacts(facts: WorkOrderFacts): JsonObject {
  const { id, createdAt, dueAt = null, plannedAt = null, visitMs = null } = facts;
  return { id, createdAt, dueAt, plannedAt, visitMs };
}

function known(tags: { readonly [tag: string]: Json | undefined }): JsonObject {
  const known: { [tag: string]: Json } = {};
  for (const [tag, value] of Object.entries(tags)) if (value !== undefined) known[tag] = value;
  return known;
}

function placeOf(value: Json | undefined): UnitVector | undefined {
  if (!isJsonObject(value)) return undefined;
  const { latitude, longitude } = value;
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return undefined;
  return unitVector({ latitude, longitude });
}
