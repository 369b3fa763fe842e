import type { FieldKindDescriptor } from '../field-kind.ts';

/** A code read by camera, hand scanner or typing: half width, capital letters, cut out of a link or behind a prefix. */
export const scanKind: FieldKindDescriptor = {
  kind: 'scan',
  normalise(value, { field }) {
    if (typeof value !== 'string') return value ?? undefined;
    const read = value.normalize('NFKC').trim();
    const code = extract(read, field.options?.extract ?? [])
      .trim()
      .toUpperCase();
    return code === '' ? undefined : code;
  },
};

function extract(read: string, rules: readonly string[]): string {
  for (const rule of rules) {
    const [way, ...rest] = rule.split(':');
    const name = rest.join(':');
    const found = way === 'query' ? fromQuery(read, name) : fromPrefix(read, name);
    if (found !== undefined) return found;
  }
  return read;
}

function fromQuery(read: string, name: string): string | undefined {
  const query = /^[a-z]+:\/\/[^?]*\?([^#]*)/i.exec(read)?.[1];
  if (query === undefined) return undefined;
  return new URLSearchParams(query).get(name) ?? undefined;
}

function fromPrefix(read: string, prefix: string): string | undefined {
  return read.toUpperCase().startsWith(prefix.toUpperCase()) ? read.slice(prefix.length) : undefined;
}
