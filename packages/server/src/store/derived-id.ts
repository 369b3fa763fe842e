import { createHash } from 'node:crypto';

// The namespace of every id that Paidan derives; fixed for ever, or a repeat would no longer be recognised.
const namespace = Buffer.from('5a7f6c0e0d9b5b7d8f2ac1c6a3f0d914', 'hex');

/** A UUID that the same name always gives: version 5, RFC 9562 section 5.5. */
export function derivedId(...parts: readonly string[]): string {
  const digest = createHash('sha1').update(namespace).update(JSON.stringify(parts)).digest();
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = digest.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
