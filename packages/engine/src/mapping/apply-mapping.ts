import type { Mapping, MappingLine } from '../author/definition/mapping.ts';
import { valueOfRule } from '../expression/compiled-once.ts';
import type { Facts } from '../expression/expression.ts';
import { nameReader } from '../expression/read-name.ts';
import { type Issue, issue } from '../issue/issue.ts';
import { isJsonObject, type Json, type JsonObject } from '../issue/json.ts';
import { pointerOf, writePointer } from '../issue/json-pointer.ts';
import type { Instant } from '../time/instant.ts';
import { fullLine } from './mapping-line.ts';
import { type Piped, runPipeline } from './pipeline.ts';

/** How one target came about: its source, the value after each function, and what was written. */
export interface LineTrace {
  readonly source: Json;
  readonly steps: readonly { readonly function: string; readonly value: Json }[];
  readonly written?: Json;
}

/** A mapping applied. `value` is absent when an issue is an error or a line is held. */
export interface AppliedMapping {
  readonly value?: JsonObject;
  /** Pointers begin with the target's own pointer as one segment, as the mapping writes it. */
  readonly issues: readonly Issue[];
  readonly trace: { readonly [target: string]: LineTrace };
  /** The targets that wait for the record, in the order of the mapping. */
  readonly held?: readonly string[];
}

type Written =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'left-out' }
  | { readonly kind: 'held' }
  | { readonly kind: 'failed'; readonly issue: Issue };

/**
 * The target of a checked mapping for these facts: only the listed pointers are ever written. Pure and total; a
 * mapping that `checkMapping` would refuse is misuse, a `WorkflowFault`.
 *
 * @example applyMapping({ '/ticketNo': { var: 'workOrder.number' } }, { workOrder: { number: 'A-1' } }, { at }).value
 */
export function applyMapping(
  mapping: Mapping,
  facts: Facts,
  { at }: { readonly at: Instant },
): AppliedMapping {
  const scope = { ...facts, at };
  const issues: Issue[] = [];
  const held: string[] = [];
  const trace: [string, LineTrace][] = [];
  let value: Json = {};
  for (const [target, written] of Object.entries(mapping)) {
    const line = fullLine(written);
    const source = sourceOf(line, scope);
    const piped = runPipeline(source, line.via ?? [], scope);
    const outcome = outcomeOf(line, target, piped);
    if (outcome.kind === 'value') value = writePointer(value, target, outcome.value);
    if (outcome.kind === 'held') held.push(target);
    if (outcome.kind === 'failed') issues.push(outcome.issue);
    const result = outcome.kind === 'value' ? { written: outcome.value } : {};
    trace.push([target, { source, steps: piped.steps, ...result }]);
  }
  return {
    ...(issues.length === 0 && held.length === 0 ? { value: asObject(value) } : {}),
    issues,
    trace: Object.fromEntries(trace),
    ...(held.length === 0 ? {} : { held }),
  };
}

function sourceOf(line: MappingLine, facts: Facts): Json {
  const found =
    line.from === undefined ? valueOfRule(line.value ?? null, facts) : nameReader(line.from)(facts);
  return found === undefined || (found === '' && line.emptyText !== 'keep') ? null : found;
}

function outcomeOf(line: MappingLine, target: string, piped: Piped): Written {
  const { end, at } = piped;
  const pointer = pointerOf(target);
  if (end.kind === 'wrong') {
    const data = { function: at.name, expected: end.expected, found: brief(at.given) };
    return { kind: 'failed', issue: issue('mapping/not-convertible', pointer, data) };
  }
  if (end.kind === 'value' && end.value !== null) return end;
  const { missing = 'fail' } = line;
  if (typeof missing === 'object') return { kind: 'value', value: missing.use };
  switch (missing) {
    case 'null':
      return { kind: 'value', value: null };
    case 'skip':
      return { kind: 'left-out' };
    case 'hold':
      return { kind: 'held' };
    case 'fail': {
      const source = line.from ?? brief(line.value ?? null);
      return { kind: 'failed', issue: issue('mapping/missing', pointer, { source, target }) };
    }
  }
}

function asObject(value: Json): JsonObject {
  return isJsonObject(value) ? value : {};
}

function brief(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
