import Type from 'typebox';
import type { Json } from '../../issue/json.ts';

/** JSON Logic under the frozen profile; checked by `expression/check-expression`, not by the schema. */
export const ExpressionShape = Type.Unsafe<Json>({
  description: 'JSON Logic under the frozen operator profile',
  'x-is': 'expression',
});

/** Record pointer to the expression whose value is written there; `null` removes. All values are computed before any is written. */
export const SetShape = Type.Record(Type.String({ pattern: '^(/[^/]+)+$' }), ExpressionShape);
