import Type, { type Static } from 'typebox';

/** Kinds of personal data; the annotation `x-pii` of a record property names one. */
export const personalDataKinds = [
  'phone',
  'name',
  'address',
  'place',
  'signature',
  'face',
  'id-number',
] as const;

const Length = Type.Integer({ minimum: 0 });

/**
 * The part of JSON Schema 2020-12 a record may use. No `if`, `oneOf` or `unevaluatedProperties`: what is relevant is
 * the form's matter, and those keywords make validation several times slower.
 */
const RecordSchemaCyclic = Type.Cyclic(
  {
    RecordSchema: Type.Object(
      {
        $schema: Type.Optional(Type.String()),
        $id: Type.Optional(Type.String()),
        title: Type.Optional(Type.String()),
        description: Type.Optional(Type.String()),
        type: Type.Optional(Type.Enum(['object', 'array', 'string', 'number', 'integer', 'boolean'])),
        properties: Type.Optional(
          Type.Record(Type.String({ pattern: '^[a-z][A-Za-z0-9]*$' }), Type.Ref('RecordSchema')),
        ),
        required: Type.Optional(Type.Array(Type.String())),
        additionalProperties: Type.Optional(Type.Literal(false)),
        items: Type.Optional(Type.Ref('RecordSchema')),
        enum: Type.Optional(
          Type.Array(Type.Union([Type.String(), Type.Number(), Type.Boolean()]), { minItems: 1 }),
        ),
        const: Type.Optional(Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
        minimum: Type.Optional(Type.Number()),
        maximum: Type.Optional(Type.Number()),
        multipleOf: Type.Optional(Type.Integer({ minimum: 1 })),
        minLength: Type.Optional(Length),
        maxLength: Type.Optional(Length),
        pattern: Type.Optional(Type.String()),
        minItems: Type.Optional(Length),
        maxItems: Type.Optional(Length),
        uniqueItems: Type.Optional(Type.Boolean()),
        format: Type.Optional(Type.Enum(['date', 'date-time'])),
        $ref: Type.Optional(Type.String({ pattern: '^#/\\$defs/[A-Za-z][A-Za-z0-9]*$' })),
        $defs: Type.Optional(Type.Record(Type.String(), Type.Ref('RecordSchema'))),
        'x-pii': Type.Optional(Type.Enum([...personalDataKinds])),
      },
      { additionalProperties: false },
    ),
  },
  'RecordSchema',
);

export const RecordSchemaShape = RecordSchemaCyclic;
export type RecordSchema = Readonly<Static<typeof RecordSchemaShape>>;
