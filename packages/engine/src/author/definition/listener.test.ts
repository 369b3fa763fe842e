import { Check } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { ImportMapShape } from './import-map.ts';
import { ListenerShape } from './listener.ts';
import vectors from './vectors/connections.json' with { type: 'json' };

const listeners = [
  ...Object.entries(vectors.shortest.listeners),
  ...Object.entries(vectors.complete.listeners),
].map(([id, listener]) => ({ id, listener }));

describe('the shape of a listener', () => {
  test.each(listeners)('accepts $id as the pages write it', ({ listener }) => {
    expect(Check(ListenerShape, listener)).toBe(true);
  });

  test('refuses a signature scheme that no verifier knows', () => {
    const { key, ...webhook } = vectors.shortest.listeners['crm-final-resolution'].by.webhook;
    const unknown = {
      ...vectors.shortest.listeners['crm-final-resolution'],
      by: { webhook: { ...webhook, key } },
    };
    expect(Check(ListenerShape, unknown)).toBe(true);
    unknown.by.webhook.signature = 'crc32';
    expect(Check(ListenerShape, unknown)).toBe(false);
  });
});

describe('the shape of an import map', () => {
  test('accepts the incident log of the page', () => {
    expect(Check(ImportMapShape, vectors.importMap)).toBe(true);
  });

  test('refuses rows of a kind nobody reads', () => {
    expect(Check(ImportMapShape, { ...vectors.importMap, rows: 'person' })).toBe(false);
  });
});
