import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import twoStep from '../../../../examples/two-step/two-step.workflow.json' with { type: 'json' };
import type { Json } from '../issue/json.ts';
import { printJson, printWorkflow } from './print-workflow.ts';

describe('printWorkflow', () => {
  test('puts keys in the order of the schema and leaves ids in their own', () => {
    const { flow, ...rest } = twoStep;
    const steps = { closed: flow.steps.closed, repair: flow.steps.repair };
    const printed: unknown = JSON.parse(printWorkflow({ flow: { steps, start: 'repair' }, ...rest }));
    expect(Object.keys(printed as object)).toEqual(Object.keys(twoStep));
    expect((printed as typeof twoStep).flow).toEqual({ start: 'repair', steps });
    expect(Object.keys((printed as typeof twoStep).flow.steps)).toEqual(['closed', 'repair']);
  });

  test('is its own fixed point', () => {
    const printed = printWorkflow(twoStep);
    expect(printWorkflow(JSON.parse(printed) as Json)).toBe(printed);
  });

  test('keeps lines within 110 columns where a value can be broken', () => {
    const tooLong = printWorkflow(twoStep)
      .split('\n')
      .filter((line) => line.length > 110);
    expect(tooLong).toEqual([]);
  });

  test('loses nothing of any JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(printJson(value as Json))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
