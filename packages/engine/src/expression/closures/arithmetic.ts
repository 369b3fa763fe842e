import type { Json } from '../../issue/json.ts';
import { joinedText, parsedNumber } from '../coercion.ts';
import { isList } from '../expression.ts';
import { valueOperators } from '../values.ts';
import { type OperatorCompiler, operand } from './closure.ts';

const plain: { readonly [operator: string]: (values: readonly Json[]) => Json } = {
  '+': (values) => values.reduce<number>((sum, value) => sum + parsedNumber(value), 0),
  '*': (values) => values.reduce<number>((product, value) => parsedNumber(product) * parsedNumber(value), 1),
  '-': ([a = null, b]) => (b === undefined ? -Number(a) : Number(a) - Number(b)),
  '/': ([a = null, b = null]) => Number(a) / Number(b),
  '%': ([a = null, b = null]) => Number(a) % Number(b),
  min: (values) => Math.min(...values.map(Number)),
  max: (values) => Math.max(...values.map(Number)),
  cat: (values) => values.map(joinedText).join(''),
  substr: ([text = null, start = null, length]) => cutText(String(text), Number(start), length),
  merge: (values) => values.flat(),
};

/** Operators that see only the values of all their arguments, evaluated from left to right. */
export const arithmeticCompilers: { readonly [operator: string]: OperatorCompiler } = Object.fromEntries([
  ...Object.entries(plain).map(([operator, apply]) => [operator, compileValues(apply)]),
  ...Object.entries(valueOperators).map(([operator, apply]) => [
    operator,
    compileValues((values) => apply(...values)),
  ]),
]);

/** Membership, with the usual case apart: a list of plain values written out in the rule is never built again. */
export const compileIn: OperatorCompiler = (operands, operation) => {
  const needle = operand(operands, 0);
  const hay = operand(operands, 1);
  const written: Json = operation.operands[1] ?? null;
  if (isList(written) && !written.some(isComposed)) {
    return (scope, facts) => written.indexOf(needle(scope, facts)) >= 0;
  }
  return (scope, facts) => {
    const value = needle(scope, facts);
    return isIn(value, hay(scope, facts));
  };
};

/** Whether a list has the value, or a text the value's text; nothing is in anything else. */
export function isIn(needle: Json, hay: Json): boolean {
  if (isList(hay)) return hay.indexOf(needle) >= 0;
  return typeof hay === 'string' && hay !== '' && hay.includes(String(needle));
}

function isComposed(value: Json): boolean {
  return typeof value === 'object' && value !== null;
}

function compileValues(apply: (values: readonly Json[]) => Json): OperatorCompiler {
  return (operands) => {
    if (operands.length === 1) {
      const only = operand(operands, 0);
      return (scope, facts) => apply([only(scope, facts)]);
    }
    return (scope, facts) => apply(operands.map((value) => value(scope, facts)));
  };
}

/** The library's `substr`: a negative start counts from the end, a negative length leaves out that many there. */
function cutText(text: string, start: number, length: Json | undefined): string {
  const from = whole(start);
  const begin = from < 0 ? Math.max(0, text.length + from) : from;
  const tail = text.slice(begin);
  if (length === undefined) return tail;
  if (typeof length === 'number')
    return tail.slice(0, length < 0 ? Math.max(0, whole(tail.length + length)) : whole(length));
  // A negative length that is no number is appended to the text's length by the library, and so counts for none.
  const count = whole(Number(length));
  return count < 0 ? '' : tail.slice(0, count);
}

function whole(value: number): number {
  return Number.isNaN(value) ? 0 : Math.trunc(value);
}
