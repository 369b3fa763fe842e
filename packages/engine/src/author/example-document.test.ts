import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isJsonObject, type Json } from '../issue/json.ts';
import { pointerOf, readPointer, segmentsOf, writePointer } from '../issue/json-pointer.ts';
import { bundleWorkflow } from './bundle-workflow.ts';
import { hashWorkflow } from './canonical-form.ts';
import { parseWorkflow } from './parse-workflow.ts';
import { printWorkflow } from './print-workflow.ts';

const folder = new URL('../../../../examples/security-aftersales/', import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as Json;
const written = readFileSync(new URL('security-aftersales.workflow.json', folder), 'utf8');
const bundled = bundleWorkflow(JSON.parse(written) as Json, read).value ?? {};

/** Every pointer of a document, its root left out. */
function pointersOf(value: Json, pointer = ''): readonly string[] {
  const entries = Array.isArray(value)
    ? [...value.entries()]
    : isJsonObject(value)
      ? Object.entries(value)
      : [];
  return entries.flatMap(([key, part]: readonly [string | number, Json]) => {
    const at = pointer + pointerOf(key);
    return [at, ...pointersOf(part, at)];
  });
}

function renamed(document: Json, pointer: string): Json {
  const segments = segmentsOf(pointer);
  const parent = pointerOf(...segments.slice(0, -1));
  const owner = readPointer(document, parent);
  if (!isJsonObject(owner)) return writePointer(document, pointer, 'renamed');
  const entries = Object.entries(owner).map(([key, part]) => [
    key === segments.at(-1) ? `${key}x` : key,
    part,
  ]);
  return writePointer(document, parent, Object.fromEntries(entries));
}

const mutations: { readonly [name: string]: (document: Json, pointer: string) => Json } = {
  delete: (document, pointer) => writePointer(document, pointer, undefined),
  number: (document, pointer) => writePointer(document, pointer, 7),
  text: (document, pointer) => writePointer(document, pointer, 'seven'),
  list: (document, pointer) => writePointer(document, pointer, [null]),
  object: (document, pointer) => writePointer(document, pointer, { ref: 'x' }),
  rename: renamed,
};

describe('the example document', () => {
  test('[S01] bundles and parses without an issue', () => {
    const parsed = parseWorkflow(bundled);
    expect(parsed.issues).toEqual([]);
    expect(parsed.value?.flow.start).toBe('report');
  });

  test('is written as printWorkflow prints it', () => {
    expect(printWorkflow(JSON.parse(written) as Json)).toBe(written);
  });

  test('keeps its identity through printing', () => {
    const again = parseWorkflow(JSON.parse(printWorkflow(bundled))).value;
    const first = parseWorkflow(bundled).value;
    expect(again && hashWorkflow(again)).toBe(first && hashWorkflow(first));
  });

  test('mutated anywhere, parses to a value or to issues at places that exist', { timeout: 60_000 }, () => {
    const pointers = pointersOf(bundled);
    const mutation = fc.tuple(fc.constantFrom(...pointers), fc.constantFrom(...Object.keys(mutations)));
    fc.assert(
      fc.property(mutation, ([pointer, name]) => {
        const mutated = mutations[name]?.(bundled, pointer) ?? bundled;
        const parsed = parseWorkflow(mutated);
        expect(parsed.value === undefined).toBe(parsed.issues.length > 0);
        for (const found of parsed.issues) {
          const parent = pointerOf(...segmentsOf(found.pointer).slice(0, -1));
          expect(readPointer(mutated, found.pointer) ?? readPointer(mutated, parent)).not.toBeUndefined();
        }
      }),
      { numRuns: 150 },
    );
  });
});
