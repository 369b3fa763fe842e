import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import twoStep from '../../../../examples/two-step/two-step.workflow.json' with { type: 'json' };
import type { Json } from '../issue/json.ts';
import { readPointer, writePointer } from '../issue/json-pointer.ts';
import { generateSchema } from './generate-schema.ts';
import { parseWorkflow } from './parse-workflow.ts';
import vectors from './vectors/bad-documents.json' with { type: 'json' };

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false });
for (const mark of ['x-refers', 'x-key-refers', 'x-is']) ajv.addKeyword(mark);
const fits = ajv.compile(generateSchema());
const folder = new URL('../../../../examples/', import.meta.url);
const written = (path: string) => JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as Json;

describe('the published schema', () => {
  test.each([
    'two-step/two-step.workflow.json',
    'it-incident/it-incident.workflow.json',
    'security-aftersales/security-aftersales.workflow.json',
    'security-aftersales/spare-part-claim.workflow.json',
  ])('takes %s as it is written, references open', (path) => {
    expect(fits(written(path)), JSON.stringify(fits.errors?.slice(0, 3))).toBe(true);
  });

  test.each(vectors.cases)('agrees with parseWorkflow on the shape: $because', ({ changes }) => {
    const document = Object.entries(changes).reduce<Json>(
      (json, [pointer, value]) => writePointer(json, pointer, (value as Json) ?? undefined),
      twoStep,
    );
    const shapeCodes = ['definition/schema', 'definition/unknown-key', 'definition/missing-key'];
    const parsed = parseWorkflow(document);
    expect(fits(document)).toBe(!parsed.issues.some(({ code }) => shapeCodes.includes(code)));
  });

  test('names every part once', () => {
    const schema = generateSchema();
    expect(readPointer(schema, '/properties/flow')).toEqual({ $ref: '#/$defs/flow' });
    expect(JSON.stringify(schema).length).toBeLessThan(150_000);
  });
});
