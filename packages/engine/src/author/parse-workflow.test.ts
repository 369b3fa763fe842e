import { describe, expect, test } from 'vitest';
import twoStep from '../../../../examples/two-step/two-step.workflow.json' with { type: 'json' };
import type { Json } from '../issue/json.ts';
import { writePointer } from '../issue/json-pointer.ts';
import { parseWorkflow } from './parse-workflow.ts';
import vectors from './vectors/bad-documents.json' with { type: 'json' };

/** The two-step workflow with changes: pointer to value, `null` removes. */
function changed(changes: { readonly [pointer: string]: Json | undefined }): Json {
  return Object.entries(changes).reduce<Json>(
    (document, [pointer, value]) => writePointer(document, pointer, value ?? undefined),
    twoStep,
  );
}

function found(document: unknown) {
  return parseWorkflow(document).issues.map(({ code, pointer }) => `${code} ${pointer}`);
}

describe('parseWorkflow', () => {
  test('takes a workflow of two steps as it is', () => {
    const parsed = parseWorkflow(twoStep);
    expect(parsed.issues).toEqual([]);
    expect(parsed.value).toBe(twoStep);
  });

  test.each(vectors.cases)('says what is wrong: $because', ({ changes, issues }) => {
    const parsed = parseWorkflow(changed(changes as { readonly [pointer: string]: Json }));
    expect(parsed.issues.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(issues);
    expect(parsed.value).toBeUndefined();
  });

  test('proposes the nearest name that exists', () => {
    const [issue] = parseWorkflow(changed({ '/flow/steps/repair/transitions/repaired/to': 'close' })).issues;
    expect(issue?.data).toMatchObject({ id: 'close', nearest: 'closed' });
  });

  test('says types in words of both languages', () => {
    const [issue] = parseWorkflow(changed({ '/title': 7 })).issues;
    expect(issue?.data).toEqual({ expected: { 'zh-CN': '文字', en: 'a text' }, found: '7' });
  });

  test.each([null, 'a text', 7, [], undefined])('refuses %j, which is no document', (value) => {
    expect(parseWorkflow(value).issues).toHaveLength(1);
  });

  test('says once that a document of 10 MB is too large', () => {
    const steps = Object.fromEntries(
      Array.from({ length: 60_000 }, (_, at) => [`s${at}`, { note: 'x'.repeat(200) }]),
    );
    expect(found(changed({ '/flow/steps': steps }))).toEqual(['definition/too-large ']);
  });

  test('says once that a document is nested too deep, however deep', () => {
    let deep: Json = 1;
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    const [issue, ...others] = parseWorkflow({ ...twoStep, record: deep }).issues;
    expect(issue?.code).toBe('definition/too-deep');
    expect(others).toEqual([]);
  });

  test('refuses a value that contains itself', () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    expect(parseWorkflow(circle).issues.map(({ code }) => code)).toEqual(['definition/too-deep']);
  });

  test('refuses what JSON cannot hold, at its place', () => {
    const document = { ...twoStep, title: () => 'no', timeZone: Number.NaN, locales: new Date(0) };
    expect(found(document)).toEqual([
      'definition/not-json /title',
      'definition/not-json /locales',
      'definition/not-json /timeZone',
    ]);
  });

  test('refuses a key that would be a prototype', () => {
    const document: unknown = JSON.parse('{"format":1,"roles":{"__proto__":{"reads":"all"}}}');
    expect(found(document)).toEqual(['definition/reserved-id /roles/__proto__']);
  });
});
