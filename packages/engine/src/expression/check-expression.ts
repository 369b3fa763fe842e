import { type Issue, issue } from '../issue/issue.ts';
import { isJsonObject, type Json, type JsonObject } from '../issue/json.ts';
import { pointerOf } from '../issue/json-pointer.ts';
import { isIterator, isList, type Operation, operationOf } from './expression.ts';
import { nearestOperator, type OperatorRule, operatorRule } from './operators.ts';

const nodeLimit = 500;
const depthLimit = 32;
const iteratorLimit = 2;

/** Where a check stands: how deep, and inside which iterators. */
interface Place {
  readonly pointer: string;
  readonly depth: number;
  readonly inside: readonly string[];
}

/** What one walk has found so far; the walk stops at the node limit, whatever the size of the document. */
interface Walk {
  readonly issues: Issue[];
  nodes: number;
}

/**
 * Every way in which a rule leaves the frozen profile, in document order: operators it does not know, numbers of
 * arguments, names that are not written out, and the limits (500 nodes, depth 32, two nested iterators). Pointers
 * start with `pointer`, where the rule stands in its document.
 */
export function checkExpression(rule: Json, pointer: string): readonly Issue[] {
  const walk: Walk = { issues: [], nodes: 0 };
  checkNode(rule, { pointer, depth: 1, inside: [] }, walk);
  if (walk.nodes > nodeLimit) walk.issues.push(issue('expression/too-big', pointer, { limit: nodeLimit }));
  return walk.issues;
}

function checkNode(rule: Json, place: Place, walk: Walk): void {
  walk.nodes += 1;
  if (walk.nodes > nodeLimit) return;
  if (place.depth > depthLimit) {
    walk.issues.push(issue('expression/too-deep', place.pointer, { limit: depthLimit }));
    return;
  }
  if (isList(rule)) {
    for (const [index, item] of rule.entries()) {
      checkNode(item, { ...place, pointer: `${place.pointer}/${index}`, depth: place.depth + 1 }, walk);
      if (walk.nodes > nodeLimit) return;
    }
  } else if (isJsonObject(rule)) checkOperation(rule, place, walk);
}

function checkOperation(rule: JsonObject, place: Place, walk: Walk): void {
  const operation = operationOf(rule);
  if (operation === undefined) {
    const count = Object.keys(rule).length;
    walk.issues.push(issue('expression/not-an-operator', place.pointer, { count }));
    return;
  }
  const { operator } = operation;
  const at = place.pointer + pointerOf(operator);
  const profile = operatorRule(operator);
  if (profile === undefined) {
    const nearest = nearestOperator(operator);
    walk.issues.push(issue('expression/unknown-operator', at, { operator, nearest }));
    return;
  }
  walk.issues.push(
    ...checkCount(operation, profile, at),
    ...checkNames(operation, profile, at, place.inside.at(-1)),
    ...checkChoices(operation, profile, at),
  );
  if (isIterator(operator) && place.inside.length >= iteratorLimit) {
    walk.issues.push(issue('expression/nested-iterators', at, { limit: iteratorLimit }));
  }
  checkOperands(operation, isList(rule[operator]), { ...place, pointer: at }, walk);
}

function checkOperands(operation: Operation, listed: boolean, place: Place, walk: Walk): void {
  const { operator, operands } = operation;
  for (const [index, operand] of operands.entries()) {
    const inside = isIterator(operator) && index === 1 ? [...place.inside, operator] : place.inside;
    const pointer = listed ? `${place.pointer}/${index}` : place.pointer;
    checkNode(operand, { pointer, depth: place.depth + 1, inside }, walk);
    if (walk.nodes > nodeLimit) return;
  }
}

function checkCount(operation: Operation, profile: OperatorRule, pointer: string): readonly Issue[] {
  const { operator, operands } = operation;
  const found = operands.length;
  const even = profile.count === 'odd' && found % 2 === 0;
  if (found >= profile.least && found <= profile.most && !even) return [];
  return [issue('expression/arity', pointer, { operator, expected: expectedCount(profile), found })];
}

function expectedCount({ least, most, count }: OperatorRule): string {
  const range =
    least === most ? `${least}` : most === Number.POSITIVE_INFINITY ? `≥ ${least}` : `${least}–${most}`;
  return count === 'odd' ? `${range} (3, 5, 7 …)` : range;
}

function checkNames(
  operation: Operation,
  profile: OperatorRule,
  pointer: string,
  inside: string | undefined,
): readonly Issue[] {
  const { operator } = operation;
  return namesIn(operation, profile).flatMap((name) => {
    // The whole element has no name: inside an iterator "" stands for it.
    const whole = name === '' && operator === 'var' && inside !== undefined && inside !== 'reduce';
    if (whole) return [];
    if (typeof name !== 'string' || name === '' || name.split('.').includes('')) {
      return [issue('expression/literal-name', pointer, { operator })];
    }
    if (name.endsWith('.length')) return [issue('expression/length-name', pointer, { name })];
    const root = name.split('.')[0];
    if (inside === 'reduce' && root !== 'current' && root !== 'accumulator') {
      return [issue('expression/reduce-name', pointer, { name })];
    }
    return [];
  });
}

function namesIn({ operands }: Operation, profile: OperatorRule): readonly (Json | undefined)[] {
  if (profile.names === undefined) return [];
  if (profile.names === 'all') return operands;
  if (profile.names === 'first') return [operands[0]];
  const list = operands[1] ?? null;
  return isList(list) ? list : [undefined];
}

function checkChoices(operation: Operation, profile: OperatorRule, pointer: string): readonly Issue[] {
  const { operator, operands } = operation;
  return Object.entries(profile.choices ?? {}).flatMap(([position, choices]) => {
    const found = operands[Number(position)];
    if (found === undefined || choices.some((choice) => choice === found)) return [];
    const expected = choices.join(', ');
    return [
      issue('expression/literal-choice', pointer, { operator, expected, found: JSON.stringify(found) }),
    ];
  });
}
