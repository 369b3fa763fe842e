import { describe, expect, test } from 'vitest';
import type { Json } from '../issue/json.ts';
import { bundleWorkflow } from './bundle-workflow.ts';

const files: { readonly [path: string]: Json } = {
  'record.schema.json': {
    type: 'object',
    $defs: {
      need: { type: 'object', properties: { sku: { $ref: '#/$defs/sku' } } },
      sku: { type: 'string' },
    },
    properties: { needed: { type: 'array', items: { $ref: '#/$defs/need' } } },
  },
  'forms/report.form.json': { title: 'Report' },
  'routing/near.policy.json': { format: 1 },
  'knowledge/articles.json': { 'black-screen': { title: 'x' } },
  'alias.json': { ref: './record.schema.json' },
  'a.json': { ref: './b.json' },
  'b.json': { ref: './a.json' },
  'list.json': { $defs: { node: { properties: { next: { $ref: '#/$defs/node' } } } } },
};
const read = (path: string) => files[path];

function found(document: Json) {
  return bundleWorkflow(document, read).issues.map(({ code, pointer }) => `${code} ${pointer}`);
}

describe('bundleWorkflow', () => {
  test('puts record, forms, policies and articles in place of their references', () => {
    const document = {
      record: { ref: './record.schema.json' },
      forms: { report: { ref: './forms/report.form.json', writes: '/report' } },
      routing: { near: { ref: 'routing/near.policy.json' } },
      knowledge: { articles: { ref: './knowledge/articles.json', top: 3 } },
    };
    expect(bundleWorkflow(document, read)).toEqual({
      issues: [],
      value: {
        record: files['record.schema.json'],
        forms: { report: { writes: '/report', form: { title: 'Report' } } },
        routing: { near: { format: 1 } },
        knowledge: { articles: { top: 3, articles: { 'black-screen': { title: 'x' } } } },
      },
    });
  });

  test('keeps what is already inline, so that bundling twice is bundling once', () => {
    const once = bundleWorkflow({ record: { ref: './record.schema.json' }, title: 'x' }, read).value ?? {};
    expect(bundleWorkflow(once, read)).toEqual({ issues: [], value: once });
  });

  test('inlines a schema of another file with all it refers to', () => {
    const payload = { properties: { parts: { $ref: './record.schema.json#/properties/needed' } } };
    const bundled = bundleWorkflow({ flow: { events: { needs: { payload } } } }, read);
    const sku = { type: 'string' };
    const needed = { type: 'array', items: { type: 'object', properties: { sku } } };
    expect(bundled.value).toEqual({
      flow: { events: { needs: { payload: { properties: { parts: needed } } } } },
    });
  });

  test('follows a file that only refers to another', () => {
    expect(bundleWorkflow({ record: { ref: './alias.json' } }, read).value).toEqual({
      record: files['record.schema.json'],
    });
  });

  test('says which file is missing, where it is referred to', () => {
    const forms = { report: { ref: './forms/none.json', writes: '' } };
    expect(found({ forms })).toEqual(['definition/missing-file /forms/report']);
    expect(found({ flow: { payload: { $ref: './record.schema.json#/properties/none' } } })).toEqual([
      'definition/missing-file /flow/payload',
    ]);
  });

  test('says that files refer to each other in a circle', () => {
    expect(found({ record: { ref: './a.json' } })).toEqual(['definition/circular-ref /record']);
    expect(found({ flow: { payload: { $ref: './list.json#/$defs/node' } } })).toEqual([
      'definition/circular-ref /flow/payload',
    ]);
  });

  test('never leaves the folder by climbing in between', () => {
    expect(found({ record: { ref: './forms/../record.schema.json' } })).toEqual([]);
    expect(found({ record: { ref: '../record.schema.json' } })).toEqual(['definition/missing-file /record']);
  });
});
