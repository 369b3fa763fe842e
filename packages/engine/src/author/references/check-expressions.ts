import { checkExpression } from '../../expression/check-expression.ts';
import { freeVariables } from '../../expression/free-variables.ts';
import { type Issue, issue } from '../../issue/issue.ts';
import { isJsonObject, type Json } from '../../issue/json.ts';
import { pointerOf, segmentsOf } from '../../issue/json-pointer.ts';
import { checkMapping } from '../../mapping/check-mapping.ts';
import { nearestWord } from '../definition/nearest-word.ts';
import type { MarkedPlace } from '../definition/read-shape.ts';
import { knownReads } from './known-reads.ts';

/**
 * Expressions that leave the frozen profile, lines of mappings that are none, and dotted reads of a field, effect, clock or
 * step that does not exist.
 */
export function checkExpressions(document: Json, marked: readonly MarkedPlace[]): readonly Issue[] {
  const known = knownReads(document);
  return marked.flatMap((place) => {
    const { is, pointer, value } = place;
    if (is === 'text') return [];
    const found = is === 'expression' ? checkExpression(value, pointer) : checkLine(place);
    return found.length > 0 ? found : checkReads(ruleOf(place), pointer, known);
  });
}

function checkLine({ pointer, value }: MarkedPlace): readonly Issue[] {
  const segments = segmentsOf(pointer);
  return checkMapping({ [segments.at(-1) ?? '']: value }, pointerOf(...segments.slice(0, -1)));
}

/** What a place reads, as a rule: a line in full reads its `from`. */
function ruleOf({ is, value }: MarkedPlace): Json {
  if (is === 'expression' || !isJsonObject(value)) return value;
  const { from, value: computed } = value;
  return typeof from === 'string' ? { var: from } : (computed ?? value);
}

function checkReads(rule: Json, pointer: string, known: ReturnType<typeof knownReads>): readonly Issue[] {
  return freeVariables(rule).flatMap((name) => {
    const names = known(name);
    if (names === undefined || names.length === 0) return [];
    return [issue('definition/unknown-read', pointer, { name, nearest: nearestWord(name, names) })];
  });
}
