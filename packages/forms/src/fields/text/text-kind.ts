import type { FieldKindDescriptor } from '../field-kind.ts';

/** Text: line breaks of any system become `\n`, blanks at both ends go. */
export const textKind: FieldKindDescriptor = {
  kind: 'text',
  normalise(value) {
    if (typeof value !== 'string') return value ?? undefined;
    const text = value.replace(/\r\n?/g, '\n').trim();
    return text === '' ? undefined : text;
  },
};
