import Type from 'typebox';
import { ExpressionShape } from './condition.ts';
import { MappingShape } from './mapping.ts';
import { DottedRead } from './reference.ts';
import { Id, mapOf, type Shape, strictObject } from './shape.ts';
import { TextShape } from './text.ts';

/**
 * How the file is read. `absent` lists the words that mean "nothing", `columns` those that are not text. `dates` is the
 * pattern of an `instant`, or of a `date` as far as its day goes; `zone` is where the wall clock hung that wrote them.
 */
const Source = strictObject({
  kind: Type.Enum(['csv', 'ndjson']),
  delimiter: Type.Optional(Type.String({ minLength: 1, maxLength: 1 })),
  absent: Type.Optional(Type.Array(Type.String())),
  zone: Type.Optional(Type.String({ minLength: 1 })),
  dates: Type.Optional(Type.String({ minLength: 1 })),
  cite: Type.Optional(Type.String()),
  columns: Type.Optional(
    Type.Record(Type.String(), Type.Enum(['text', 'number', 'yesNo', 'instant', 'date'])),
  ),
});

/** A recorded happening: sent at the row's instant when `when` holds over `row` and `previous`. */
const RecordedEvent = strictObject({
  when: Type.Optional(ExpressionShape),
  send: Id,
  payload: Type.Optional(MappingShape),
});

/**
 * Rows of a foreign file as work orders of a workflow. With `"rows": "event"` a row is one recorded happening of the work
 * order that `key` names, `fields` read the key's first row, and `order` sorts the rows of one key (`place` = place in the file).
 */
export const ImportMapShape = strictObject({
  $schema: Type.Optional(Type.String()),
  format: Type.Literal(1),
  title: TextShape,
  workflow: Id,
  source: Source,
  rows: Type.Enum(['workOrder', 'event']),
  key: DottedRead,
  order: Type.Optional(Type.Array(DottedRead, { minItems: 1 })),
  at: DottedRead,
  created: Type.Optional(DottedRead),
  fields: MappingShape,
  events: Type.Optional(mapOf(RecordedEvent)),
  refuse: Type.Optional(mapOf(ExpressionShape)),
  closed: Type.Optional(ExpressionShape),
  compare: Type.Optional(mapOf(ExpressionShape)),
});
export type ImportMap = Shape<typeof ImportMapShape>;
