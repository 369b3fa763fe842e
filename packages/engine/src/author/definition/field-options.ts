import Type, { type Static } from 'typebox';
import { NAME_PATTERN, strictObject } from './shape.ts';
import { TextShape } from './text.ts';

const Flag = Type.Optional(Type.Boolean());
const Count = Type.Optional(Type.Integer({ minimum: 1, maximum: 99 }));
const Columns = Type.Optional(Type.Array(Type.String({ pattern: NAME_PATTERN }), { minItems: 1 }));
const files = { atLeast: Count, atMost: Count, source: Type.Optional(Type.Enum(['camera', 'any'])) };

const text = strictObject({
  lines: Type.Optional(Type.Integer({ minimum: 1, maximum: 40 })),
  highlight: Type.Optional(Type.String({ description: 'A recogniser whose words are marked while typing' })),
});
const number = strictObject({ unit: Type.Optional(TextShape) });
const money = strictObject({});
const choice = strictObject({
  style: Type.Optional(Type.Enum(['list', 'cards', 'yes-no', 'confirm'])),
});
const dateTime = strictObject({ precision: Type.Optional(Type.Enum(['date', 'minute', 'second'])) });
const phone = strictObject({ region: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })) });
const scan = strictObject({
  symbologies: Type.Optional(Type.Array(Type.String({ pattern: '^[a-z0-9_]+$' }))),
  typing: Flag,
  extract: Type.Optional(Type.Array(Type.String({ pattern: '^(query|prefix):.+$' }))),
});
const person = strictObject({ from: Type.Optional(Type.Enum(['directory', 'actor'])) });
const photo = strictObject(files);
const file = strictObject({
  ...files,
  types: Type.Optional(Type.Array(Type.String({ pattern: '^[a-z]+/[a-z0-9.+*-]+$' }))),
});
const signature = strictObject({
  covers: Type.Optional(Type.Array(Type.String({ pattern: '^(/[^/]+)+$' }))),
  statement: Type.Optional(TextShape),
});
const location = strictObject({});
const rating = strictObject({ style: Type.Optional(Type.Enum(['stars', 'faces', 'numbers'])) });
const rows = strictObject({ columns: Columns });
const checklist = strictObject({
  columns: Columns,
  rowOrder: Type.Array(Type.String({ pattern: NAME_PATTERN }), { minItems: 1 }),
  rows: Type.Record(Type.String({ pattern: NAME_PATTERN }), TextShape),
});
const code = strictObject({
  sentTo: Type.String({ pattern: '^(/[^/]+)+$', description: 'Record pointer to the number' }),
  digits: Type.Optional(Type.Integer({ minimum: 4, maximum: 8 })),
  validMs: Type.Optional(Type.Integer({ minimum: 1000 })),
});
const note = strictObject({ text: Type.Optional(TextShape) });

/** The settings of each field kind; a kind that is not here does not exist. */
export const fieldOptions = {
  text,
  number,
  money,
  choice,
  'date-time': dateTime,
  phone,
  scan,
  person,
  photo,
  file,
  signature,
  location,
  rating,
  repeat: rows,
  parts: rows,
  checklist,
  code,
  note,
};

export type FieldKind = keyof typeof fieldOptions;

type OptionsOf<Kind extends FieldKind> = Static<(typeof fieldOptions)[Kind]>;
type Every<Union> = (Union extends unknown ? (each: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;

/** Any kind's settings; which of them a field may have follows from its kind. */
export type FieldOptions = Readonly<Partial<Every<OptionsOf<FieldKind>>>>;
