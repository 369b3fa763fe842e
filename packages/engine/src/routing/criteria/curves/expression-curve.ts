import type { Curve } from '../../../author/definition/policy-criteria.ts';
import { compileExpression } from '../../../expression/compile-expression.ts';
import type { JsonObject } from '../../../issue/json.ts';
import { pairFacts } from '../../facts/pair-facts.ts';
import type { Raw } from '../measures/measure.ts';
import { type CurveReader, FULL_BP } from './curve.ts';

/** JSON Logic over both sides and `value`, the raw fact; clamped and truncated, anything but a number is missing. */
export function expressionCurve({ utility }: Extract<Curve, { kind: 'expression' }>): CurveReader {
  const compute = compileExpression(utility);
  return {
    utility: (raw, pair) => {
      const found = compute({ ...pairFacts(pair), ...named(raw) });
      return typeof found === 'number' ? Math.min(FULL_BP, Math.max(0, Math.trunc(found))) : undefined;
    },
  };
}

function named(raw: Raw): JsonObject {
  if (raw.kind === 'number' || raw.kind === 'json') return { value: raw.value };
  return raw.kind === 'rate' ? { value: { fixed: raw.fixed, closed: raw.closed } } : { value: null };
}
