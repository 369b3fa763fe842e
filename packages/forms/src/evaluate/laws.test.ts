import { readFileSync } from 'node:fs';
import type { Json, JsonObject } from '@paidan/engine/issue';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formsOfDocument } from '../proving/forms-of-document.ts';
import type { FormContext } from './form-context.ts';

const folder = new URL('../../../../examples/security-aftersales/', import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as Json;
const formOfExample = formsOfDocument('security-aftersales.workflow.json', read);

const ids = ['repair-report', 'parts-list', 'self-check', 'survey', 'signature', 'closing-code'] as const;
const names = ids.flatMap((id) =>
  Object.values(formOfExample(id).definition.fields).map(({ at }) => at?.split('/')[1] ?? ''),
);

const wild = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>;
const cell = fc.record(
  { sku: wild, quantity: wild, unitPriceCents: wild, amountCents: wild },
  { requiredKeys: [] },
);
const likely: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    '13812345678',
    'ABCD12345678',
    'yes',
    'no',
    'parts',
    'network',
    'report-anyway',
    true,
    false,
    0,
    7,
  ),
  fc.array(cell as fc.Arbitrary<Json>, { maxLength: 3 }),
  wild,
);
const values = fc.dictionary(fc.constantFrom(...names, '__proto__', 'constructor', 'extra'), likely, {
  maxKeys: 8,
});
const context: fc.Arbitrary<FormContext> = fc.record(
  {
    stage: fc.constantFrom('trigger', 'identify', 'feedback', 'archive'),
    actor: fc.constantFrom(
      { id: 'x', roles: ['agent'] },
      { id: 'y', roles: ['customer'] },
      { id: 'z', roles: [] },
    ),
    channel: fc.constantFrom('screen', 'api', 'device'),
    base: values as fc.Arbitrary<JsonObject>,
    edited: fc.subarray(['/faultTags', '/place', '/customerId']),
  },
  { requiredKeys: [] },
);
const filled = fc.tuple(fc.constantFrom(...ids), values as fc.Arbitrary<JsonObject>, context);
const at = '2026-11-22T02:00:00.000Z';

describe('laws of every form', () => {
  it('never throws and never returns a value beside an error', () => {
    fc.assert(
      fc.property(filled, ([id, sent, where]) => {
        const form = formOfExample(id);
        form.evaluate(sent, { at, ...where });
        const { value, issues } = form.validate(sent, { at, ...where });
        expect(value === undefined).toBe(issues.some(({ severity }) => severity === 'error'));
      }),
      { numRuns: 400 },
    );
  });

  it('gives the same bytes for the same input and leaves the input alone', () => {
    fc.assert(
      fc.property(filled, ([id, sent, where]) => {
        const form = formOfExample(id);
        const before = JSON.stringify([sent, where]);
        const verdict = () => JSON.stringify([form.evaluate(sent, where), form.settle(sent, where)]);
        expect(verdict()).toBe(verdict());
        expect(JSON.stringify([sent, where])).toBe(before);
      }),
      { numRuns: 200 },
    );
  });

  it('changes nothing outside what the form may write', () => {
    fc.assert(
      fc.property(filled, ([id, sent, where]) => {
        const form = formOfExample(id);
        const base = { ...where.base, untouched: { by: 'anybody' } };
        const { value } = form.settle(sent, { at, ...where, base });
        const tops = new Set(form.writable.map((pointer) => pointer.split('/')[1]));
        for (const name of Object.keys(value?.record ?? {})) {
          if (!tops.has(name)) expect(value?.record[name]).toEqual((base as JsonObject)[name]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('never lets a client say what is computed, looked up or a one-time code', () => {
    fc.assert(
      fc.property(wild, cell, (forged, row) => {
        const list = formOfExample('parts-list');
        const parts = [{ ...row, sku: 'LENS-28', quantity: 3, unitPriceCents: 5 }];
        const { values: held } = list.evaluate({ parts, partsTotalCents: forged }, { stage: 'feedback' });
        expect(held['partsTotalCents']).toBe(15);
        const report = formOfExample('repair-report');
        const claimed = { device: { warranty: forged }, duplicates: forged } as JsonObject;
        const seen = report.evaluate(claimed, { stage: 'trigger', at }).values;
        expect(seen['device']).toBeUndefined();
        const code = formOfExample('closing-code').evaluate(
          { confirmedAt: forged },
          { stage: 'feedback' },
        ).values;
        expect(code).toEqual({});
      }),
    );
  });

  it('accepts its own answers again', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('parts', 'network', 'skill', 'communication'),
        fc.constantFrom('yes', 'no'),
        (rootCause, answer) => {
          const form = formOfExample('survey');
          const everything = {
            etaTold: answer,
            alternative: answer,
            networkStable: answer,
            handedOver: answer,
            explained: answer,
          };
          const { values: held } = form.evaluate(
            { satisfied: false, rootCause, ...everything },
            { stage: 'feedback' },
          );
          const { value, issues } = form.validate(held, { stage: 'feedback' });
          expect(issues).toEqual([]);
          expect(form.validate(value ?? {}, { stage: 'feedback' }).value).toEqual(value);
        },
      ),
    );
  });
});
