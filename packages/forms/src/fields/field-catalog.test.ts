import { type FieldKind, type FieldOptions, fieldOptions } from '@paidan/engine/definition';
import type { Json } from '@paidan/engine/issue';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEmpty } from './empty.ts';
import { fieldCatalog } from './field-catalog.ts';
import { storedForm } from './stored-form.ts';
import vectors from './vectors/normalise.json' with { type: 'json' };

interface Vector {
  readonly kind: FieldKind;
  readonly options?: FieldOptions;
  readonly typed: Json;
  readonly stored?: Json;
}

const kinds = Object.values(fieldCatalog);
const settingOf = (kind: FieldKind, options: FieldOptions = {}) => ({
  field: { kind, label: kind, at: '/x', options },
  schema: {},
});

describe('field kinds', () => {
  it('are exactly those the format knows', () => {
    expect(Object.keys(fieldCatalog).toSorted()).toEqual(Object.keys(fieldOptions).toSorted());
  });

  it.each(vectors as unknown as readonly Vector[])('[B31] $kind stores $typed as $stored', (vector) => {
    const { kind, options, typed, stored } = vector;
    expect(storedForm(fieldCatalog[kind], typed, settingOf(kind, options))).toEqual(stored);
  });

  it.each(kinds)('[B31] $kind takes any value, stores no empty one, and settles after one pass', (kind) => {
    const setting = settingOf(kind.kind);
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const once = storedForm(kind, value as Json, setting);
        if (once === undefined) return;
        expect(isEmpty(once)).toBe(false);
        expect(storedForm(kind, once, setting)).toEqual(once);
        kind.verify?.(once, setting, { record: {} });
      }),
    );
  });

  it('adds typed money without ever passing through binary fractions', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (cents) => {
        const typed = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
        expect(fieldCatalog.money.normalise(typed, settingOf('money'))).toBe(cents);
      }),
    );
  });
});
