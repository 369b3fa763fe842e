import type { Mapping } from '../../author/definition/mapping.ts';
import type { Json, JsonObject } from '../../issue/json.ts';
import { applyMapping } from '../../mapping/apply-mapping.ts';
import { factsNow, type Turn } from '../turn.ts';

/** What a mapping made of the facts. `waits`: a field it needs is not there yet. `failed` names the first line that went wrong. */
export interface Mapped {
  readonly request: JsonObject;
  readonly values: readonly (readonly [pointer: string, value: Json])[];
  readonly waits: boolean;
  readonly failed?: string;
}

/** Applies a mapping of the document, named or written in place; none maps to an empty request. */
export function mapFacts(turn: Turn, mapping: string | Mapping | undefined): Mapped {
  const lines = typeof mapping === 'string' ? turn.workings.handle.workflow.mappings?.[mapping] : mapping;
  if (lines === undefined) return { request: {}, values: [], waits: false };
  const { value = {}, issues, trace, held = [] } = applyMapping(lines, factsNow(turn), { at: turn.at });
  const values = Object.entries(trace).flatMap(([pointer, { written }]) =>
    written === undefined ? [] : [[pointer, written] as const],
  );
  const failed = issues.find(({ severity }) => severity === 'error')?.pointer;
  return { request: value, values, waits: held.length > 0, ...(failed === undefined ? {} : { failed }) };
}
