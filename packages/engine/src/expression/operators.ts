/** What the frozen profile demands of one operator's arguments. Types are judged by lint, against the schemas. */
export interface OperatorRule {
  readonly least: number;
  readonly most: number;
  /** `odd` for `if`, which would otherwise yield null without saying so. */
  readonly count?: 'odd';
  /** Which arguments are names written out: the first, all of them, or the list that stands second. */
  readonly names?: 'first' | 'all' | 'second';
  /** Values an argument must be one of, written out, by its position. */
  readonly choices?: { readonly [position: number]: readonly (string | number)[] };
}

const any = Number.POSITIVE_INFINITY;
const exactly = (count: number): OperatorRule => ({ least: count, most: count });
const atLeast = (least: number): OperatorRule => ({ least, most: any });
const units = ['second', 'minute', 'hour', 'day', 'month', 'year'];

/** The frozen operator profile: no operator outside it is accepted, none is given a second meaning. */
export const operators: { readonly [operator: string]: OperatorRule } = {
  var: { least: 1, most: 2, names: 'first' },
  if: { least: 3, most: any, count: 'odd' },
  and: atLeast(1),
  or: atLeast(1),
  '!': exactly(1),
  '!!': exactly(1),
  '==': exactly(2),
  '!=': exactly(2),
  '===': exactly(2),
  '!==': exactly(2),
  '<': { least: 2, most: 3 },
  '<=': { least: 2, most: 3 },
  '>': exactly(2),
  '>=': exactly(2),
  '+': atLeast(2),
  '*': atLeast(2),
  '-': { least: 1, most: 2 },
  '/': exactly(2),
  '%': exactly(2),
  min: atLeast(1),
  max: atLeast(1),
  in: exactly(2),
  cat: atLeast(1),
  substr: { least: 2, most: 3 },
  merge: atLeast(1),
  map: exactly(2),
  filter: exactly(2),
  reduce: exactly(3),
  all: exactly(2),
  some: exactly(2),
  none: exactly(2),
  missing: { least: 1, most: any, names: 'all' },
  missing_some: { least: 2, most: 2, names: 'second' },
  now: exactly(0),
  today: exactly(0),
  count: exactly(1),
  length: exactly(1),
  coalesce: atLeast(2),
  round: { least: 2, most: 2, choices: { 1: [0, 1, 2, 3, 4, 5, 6] } },
  dateAdd: { least: 3, most: 3, choices: { 2: units } },
  dateDiff: { least: 3, most: 3, choices: { 2: units } },
  startsWith: exactly(2),
  endsWith: exactly(2),
  overlaps: exactly(2),
  subset: exactly(2),
};

/** The rule of an operator of the profile; own names only, so that `constructor` is none. */
export function operatorRule(operator: string): OperatorRule | undefined {
  return Object.hasOwn(operators, operator) ? operators[operator] : undefined;
}

/** The operator whose spelling is nearest, for the sentence that refuses another. */
export function nearestOperator(operator: string): string {
  const byDistance = Object.keys(operators).map((known) => ({ known, distance: edits(operator, known) }));
  return byDistance.reduce((best, next) => (next.distance < best.distance ? next : best)).known;
}

/** Edit distance by V. Levenshtein, 1966, row by row; only the first 20 characters count. */
function edits(left: string, right: string): number {
  const a = left.slice(0, 20);
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < right.length; j += 1) {
      const swapped = (row[j] ?? 0) + (a[i] === right[j] ? 0 : 1);
      next.push(Math.min(swapped, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
