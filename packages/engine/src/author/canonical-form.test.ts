import { describe, expect, test } from 'vitest';
import twoStep from '../../../../examples/two-step/two-step.workflow.json' with { type: 'json' };
import type { Json } from '../issue/json.ts';
import { readPointer, writePointer } from '../issue/json-pointer.ts';
import { canonicalForm, hashWorkflow } from './canonical-form.ts';
import { parseWorkflow } from './parse-workflow.ts';
import { printWorkflow } from './print-workflow.ts';

const transitions = '/flow/steps/sort/transitions';
const sorting = writePointer(twoStep, '/flow/steps/sort', {
  kind: 'decide',
  stage: 'identify',
  transitions: { urgent: { when: true, to: 'repair' }, other: { to: 'closed' } },
});

function hashOf(document: Json): string {
  const { value, issues } = parseWorkflow(document);
  expect(issues).toEqual([]);
  return value === undefined ? '' : hashWorkflow(value);
}

function reversed(document: Json, pointer: string): Json {
  const entries = Object.entries(readPointer(document, pointer) ?? {});
  return writePointer(document, pointer, Object.fromEntries(entries.toReversed()));
}

describe('the identity of a workflow', () => {
  test('does not change when the document is printed', () => {
    const { flow, ...rest } = sorting as { readonly flow: Json };
    expect(hashOf(JSON.parse(printWorkflow({ flow, ...rest })) as Json)).toBe(hashOf(sorting));
  });

  test('does not depend on the order of keys of the format', () => {
    expect(hashOf(reversed(sorting, '/flow/steps/sort'))).toBe(hashOf(sorting));
  });

  test('depends on the order of ids, which decides between candidates', () => {
    expect(hashOf(reversed(sorting, transitions))).not.toBe(hashOf(sorting));
  });

  test('is the same whether the order is written as a list or by the keys', () => {
    const listed = writePointer(reversed(sorting, transitions), '/flow/steps/sort/order', [
      'urgent',
      'other',
    ]);
    expect(hashOf(listed)).toBe(hashOf(sorting));
  });

  test('does not depend on where the schema file lies', () => {
    expect(hashOf(writePointer(sorting, '/$schema', './x.json'))).toBe(hashOf(sorting));
  });

  test('depends on every value', () => {
    expect(hashOf(writePointer(sorting, '/timeZone', 'UTC'))).not.toBe(hashOf(sorting));
  });

  test('has a text whose keys are sorted', () => {
    const { value } = parseWorkflow(twoStep);
    const text = value === undefined ? '' : canonicalForm(value);
    expect(text.startsWith('{"document":{"flow":{"events":')).toBe(true);
  });
});
