import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../issue/json.ts';
import { WorkflowFault } from '../issue/workflow-fault.ts';
import { canonicalJson } from './canonical-json.ts';
import vectors from './vectors/canonical-json.json' with { type: 'json' };

test.each(vectors)('prints $why', ({ json, text }) => {
  expect(canonicalJson(JSON.parse(json) as Json)).toBe(text);
});

test('is read back as the same value, and printing again gives the same bytes', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value as Json);
      const again = JSON.parse(text) as Json;
      expect(again).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(again)).toBe(text);
    }),
  );
});

test('leaves out what is undefined, as JSON does', () => {
  expect(canonicalJson({ a: undefined, b: 1 } as unknown as Json)).toBe('{"b":1}');
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, '\ud83d', { '\udc00': 1 }, undefined])(
  'refuses %s, which JSON cannot hold',
  (value) => {
    expect(() => canonicalJson(value as unknown as Json)).toThrow(WorkflowFault);
  },
);
