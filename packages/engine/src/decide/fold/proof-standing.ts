import { hashOfJson } from '../../canonical/sha256.ts';
import type { CompiledProofWay } from '../../compile/compile-gate.ts';
import type { Workings } from '../../compile/compiled-workflow.ts';
import type { FactSheet } from '../../compile/frame.ts';
import { isJsonObject, type Json, type JsonObject } from '../../issue/json.ts';
import { readPointer } from '../../issue/json-pointer.ts';
import { addDuration } from '../../time/add-duration.ts';
import type { Instant } from '../../time/instant.ts';

/** What a proof is bound to: a digest of the fields it covers, as they stand. */
export function digestOf(way: CompiledProofWay, record: JsonObject): string {
  const covered: { [pointer: string]: Json } = {};
  for (const pointer of way.covers) covered[pointer] = readPointer(record, pointer) ?? null;
  return hashOfJson(covered);
}

/** Whether lists that must agree have equal sums of `quantity` per `sku`. A missing list is an empty one. */
export function listsAgree(way: CompiledProofWay, record: JsonObject): boolean {
  return way.agrees.every(([left, right]) => {
    const ours = sumsPerSku(readPointer(record, left));
    const theirs = sumsPerSku(readPointer(record, right));
    return ours.size === theirs.size && [...ours].every(([sku, sum]) => theirs.get(sku) === sum);
  });
}

/** Whether a way of giving a proof applies now: its `when` holds, and its time since the gate was reached has passed. */
export function isOpenWay(
  way: CompiledProofWay,
  workings: Workings,
  facts: FactSheet,
  reached: { readonly at: Instant | undefined },
): boolean {
  if (way.when !== undefined && !way.when.holds(facts)) return false;
  if (way.after === undefined) return true;
  return (
    reached.at !== undefined && facts.at >= addDuration(reached.at, way.after, workings.calendar(undefined))
  );
}

function sumsPerSku(list: Json | undefined): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const part of Array.isArray(list) ? list : []) {
    if (!isJsonObject(part)) continue;
    const { sku, quantity } = part;
    const count = typeof quantity === 'number' ? quantity : 0;
    if (count !== 0) sums.set(String(sku), (sums.get(String(sku)) ?? 0) + count);
  }
  return sums;
}
