import Type from 'typebox';
import type { Body, JsonMap } from './envelope.ts';

declare const visible: unique symbol;

/**
 * Something cut to what one actor may read. Only `gate/visible-record` makes it, and answers accept nothing else, so
 * that a route which hands out a raw record does not compile.
 */
export type Visible<Value> = Value & { readonly [visible]: true };

/** Values of a record as this actor may see them. */
export const VisibleRecordBody = Type.Unsafe<Visible<Body<typeof JsonMap>>>(
  Type.Object({}, { additionalProperties: true }),
);
