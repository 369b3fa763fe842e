import Type from 'typebox';

/** What people read: one plain string for every language, or a string per locale. */
export const TextShape = Type.Union(
  [Type.String(), Type.Record(Type.String({ pattern: '^[a-z]{2}(-[A-Z]{2})?$' }), Type.String())],
  { 'x-is': 'text' },
);
