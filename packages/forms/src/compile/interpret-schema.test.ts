import type { Json, JsonObject } from '@paidan/engine/issue';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpretSchema } from './interpret-schema.ts';
import { isDate, isInstant } from './schema-scalars.ts';

const ajv = new Ajv2020({
  allErrors: true,
  strict: false,
  formats: { date: isDate, 'date-time': isInstant },
});

/** The reference's findings in our terms: keyword, and the pointer of the member rather than of its object. */
function reference(schema: JsonObject, value: Json): readonly string[] {
  const validate = ajv.compile(schema);
  validate(value);
  const found = (validate.errors ?? []).map(({ keyword, instancePath, params }) => {
    const name: unknown = params['missingProperty'] ?? params['additionalProperty'];
    const escaped = String(name).replaceAll('~', '~0').replaceAll('/', '~1');
    return `${keyword} ${instancePath}${name === undefined ? '' : `/${escaped}`}`;
  });
  return [...new Set(found)].toSorted();
}

function ours(schema: JsonObject, value: Json): readonly string[] {
  const found = interpretSchema(schema).violations(value);
  return [...new Set(found.map(({ keyword, pointer }) => `${keyword} ${pointer}`))].toSorted();
}

const texts = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.constantFrom('2026-02-28', '2026-02-30', '2026-11-22T02:00:00.000Z', '2026-11-22 02:00', '门禁', '👍👍'),
);
const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    texts,
    fc.integer({ min: -5, max: 12 }),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -3, max: 3 }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__', 'x/y'), tie('value'), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
  ),
})).value;

const scalar: fc.Arbitrary<JsonObject> = fc.oneof(
  fc.record(
    {
      type: fc.constant('string'),
      minLength: fc.integer({ min: 0, max: 3 }),
      pattern: fc.constantFrom('^[a-z]+$', '^.{2}$', '门'),
      format: fc.constantFrom('date', 'date-time'),
    },
    { requiredKeys: ['type'] },
  ),
  fc.record({ type: fc.constant('string'), maxLength: fc.integer({ min: 0, max: 4 }) }),
  fc.record(
    {
      type: fc.constantFrom('number', 'integer'),
      minimum: fc.integer({ min: -3, max: 3 }),
      maximum: fc.integer({ min: 0, max: 6 }),
      multipleOf: fc.integer({ min: 1, max: 4 }),
    },
    { requiredKeys: ['type'] },
  ),
  fc.constant({ type: 'boolean' }),
  fc.constant({ enum: ['a', 'b', 1, true] }),
  fc.constant({ const: 'a' }),
  fc.constant({ $ref: '#/$defs/line' }),
);

const schema: fc.Arbitrary<JsonObject> = fc
  .letrec<{ schema: JsonObject }>((tie) => ({
    schema: fc.oneof(
      { depthSize: 'small' },
      scalar,
      fc.record(
        {
          type: fc.constant('object'),
          properties: fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('schema'), { maxKeys: 3 }),
          required: fc.uniqueArray(fc.constantFrom('a', 'b'), { maxLength: 2 }),
          additionalProperties: fc.constant(false),
        },
        { requiredKeys: ['type', 'properties'] },
      ),
      fc.record(
        {
          type: fc.constant('array'),
          items: tie('schema'),
          minItems: fc.integer({ min: 0, max: 2 }),
        },
        { requiredKeys: ['type', 'items'] },
      ),
      // With items of one scalar type ajv compares only items of that type; the specification compares all.
      fc.record({ type: fc.constant('array'), uniqueItems: fc.boolean() }),
    ),
  }))
  .schema.map((made) => ({ ...made, $defs: { line: { type: 'string', minLength: 1 } } }));

describe('interpretSchema', () => {
  it('[B32] breaks the same keywords at the same places as ajv', () => {
    fc.assert(
      fc.property(schema, json, (made, value) => {
        expect(ours(made, value)).toEqual(reference(made, value));
        expect(interpretSchema(made).holds(value)).toBe(ours(made, value).length === 0);
      }),
      { numRuns: 1500 },
    );
  });

  it('says of a list beyond its limit only that', () => {
    const list = { type: 'array', maxItems: 1, items: { type: 'string' } };
    expect(ours(list, [1, 2])).toEqual(['maxItems ']);
  });

  it('does not try a pattern on a text beyond its limit', () => {
    const text = { type: 'string', maxLength: 5, pattern: '^(a+)+$' };
    expect(ours(text, `${'a'.repeat(40)}!`)).toEqual(['maxLength ']);
  });

  it('reads the variant an author meant by its constant member', () => {
    const variant = (kind: string) => ({
      type: 'object',
      additionalProperties: false,
      properties: { kind: { const: kind }, size: { type: 'integer' } },
    });
    const union = { anyOf: [variant('one'), variant('two')] };
    expect(ours(union, { kind: 'two', size: 'big' })).toEqual(['type /size']);
    expect(ours(union, { kind: 'three' })).toEqual(['anyOf ']);
  });

  it('follows references that lead back to themselves', () => {
    const tree = {
      $ref: '#/$defs/tree',
      $defs: { tree: { type: 'object', properties: { below: { $ref: '#/$defs/tree' } } } },
    };
    expect(ours(tree, { below: { below: 5 } })).toEqual(['type /below/below']);
  });
});
