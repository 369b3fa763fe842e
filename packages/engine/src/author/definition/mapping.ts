import Type from 'typebox';
import type { Json } from '../../issue/json.ts';
import type { Shape } from './shape.ts';

/** One line: an expression in short form, or `from`, `via`, `missing`. */
const MappingLineShape = Type.Unsafe<Json>({ description: 'A line of a mapping', 'x-is': 'mapping-line' });

/** A line with `from` and `via`, or an expression in short form; told apart by `checkMapping`, not by the schema. */
export const MappingShape = Type.Record(Type.String({ pattern: '^(/[^/]+)+$' }), MappingLineShape);
export type Mapping = Shape<typeof MappingShape>;

/** One line of a mapping in full. `missing` says what happens when the source is absent. */
export interface MappingLine {
  readonly from?: string;
  readonly value?: Json;
  readonly via?: readonly Json[];
  readonly missing?: 'fail' | 'skip' | 'null' | 'hold' | { readonly use: Json };
}
