import Type from 'typebox';
import type { Json } from '../../issue/json.ts';
import type { Shape } from './shape.ts';

/** One line: an expression in short form, or `from`, `via`, `missing`. */
const MappingLineShape = Type.Unsafe<Json>({ description: 'A line of a mapping', 'x-is': 'mapping-line' });

/** A line with `from` and `via`, or an expression in short form; told apart by `checkMapping`, not by the schema. */
export const MappingShape = Type.Record(Type.String({ pattern: '^(/[^/]+)+$' }), MappingLineShape);
export type Mapping = Shape<typeof MappingShape>;

/** What a line does when its source is absent or null: stop everything, leave out, write null or a value, wait. */
export type MissingRule = 'fail' | 'skip' | 'null' | 'hold' | { readonly use: Json };

/** One line of a mapping in full. */
export interface MappingLine {
  readonly from?: string;
  readonly value?: Json;
  readonly via?: readonly Json[];
  readonly missing?: MissingRule;
  /** An empty text counts as absent unless it is kept. */
  readonly emptyText?: 'keep';
}
