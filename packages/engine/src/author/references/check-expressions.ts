import { checkExpression } from '../../expression/check-expression.ts';
import { freeVariables } from '../../expression/free-variables.ts';
import { type Issue, issue } from '../../issue/issue.ts';
import type { Json } from '../../issue/json.ts';
import { nearestWord } from '../definition/nearest-word.ts';
import type { MarkedPlace } from '../definition/read-shape.ts';
import { knownReads } from './known-reads.ts';

/** Expressions that leave the frozen profile, and dotted reads of a field, effect, clock or step that does not exist. */
export function checkExpressions(document: Json, marked: readonly MarkedPlace[]): readonly Issue[] {
  const known = knownReads(document);
  return marked.flatMap(({ is, pointer, value }) => {
    if (is === 'text') return [];
    if (is === 'mapping-line' && isLineInFull(value)) return [];
    const outside = checkExpression(value, pointer);
    return outside.length > 0 ? outside : checkReads(value, pointer, known);
  });
}

/** `from` or `value` with `via` and `missing`; the mapping's own check reads those. */
function isLineInFull(line: Json): boolean {
  return typeof line === 'object' && line !== null && ('from' in line || 'value' in line);
}

function checkReads(rule: Json, pointer: string, known: ReturnType<typeof knownReads>): readonly Issue[] {
  return freeVariables(rule).flatMap((name) => {
    const names = known(name);
    if (names === undefined || names.length === 0) return [];
    return [issue('definition/unknown-read', pointer, { name, nearest: nearestWord(name, names) })];
  });
}
