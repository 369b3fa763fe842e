import { readFileSync } from 'node:fs';
import { bundleWorkflow, compileWorkflow, parseWorkflow } from '@paidan/engine';
import { isJsonObject, type Json, pointerOf, writePointer } from '@paidan/engine/issue';
import { formsKernel } from '@paidan/forms';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

function read(path: string): Json {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as Json;
}

function bundled(path: string): Json {
  const { value, issues } = bundleWorkflow(read(`./${path}`), (file) => read(`./${file}`));
  expect(issues).toEqual([]);
  return value ?? {};
}

/** Pointers of everything the flow says; forms have tests of their own. */
function pointersIn(value: Json, pointer: string): readonly string[] {
  if (!isJsonObject(value)) return [pointer];
  return [
    pointer,
    ...Object.entries(value).flatMap(([key, part]) => pointersIn(part, pointer + pointerOf(key))),
  ];
}

describe('the documents of the example', () => {
  test.each(['security-aftersales.workflow.json', 'spare-part-claim.workflow.json'])(
    '[S69] %s is bundled, parsed and compiled with its forms',
    (path) => {
      const { value, issues } = parseWorkflow(bundled(path));
      expect(issues).toEqual([]);
      expect(value && compileWorkflow(value, { forms: formsKernel }).issues).toEqual([]);
    },
  );

  test('whatever is changed in a flow, what still parses compiles or says why not', {
    timeout: 60_000,
  }, () => {
    const document = bundled('spare-part-claim.workflow.json');
    const flow = isJsonObject(document) ? (document['flow'] ?? {}) : {};
    const pointers = pointersIn(flow, '/flow');
    const values: readonly (Json | undefined)[] = [undefined, true, 'submitted', {}, []];
    let compiled = 0;
    fc.assert(
      fc.property(fc.constantFrom(...pointers), fc.constantFrom(...values), (pointer, value) => {
        const parsed = parseWorkflow(writePointer(document, pointer, value));
        if (parsed.value === undefined) return;
        const { value: workflow, issues } = compileWorkflow(parsed.value, { forms: formsKernel });
        expect(workflow !== undefined || issues.length > 0).toBe(true);
        compiled += 1;
      }),
      { numRuns: 200 },
    );
    expect(compiled).toBeGreaterThan(10);
  });
});
