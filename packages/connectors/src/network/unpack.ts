import { gunzipSync } from 'node:zlib';

/**
 * The text of a body, unpacked to at most `maxBytes`; `undefined` when it is not UTF-8, packed in a way that was not
 * asked for, or larger than that.
 */
export function unpack(packed: Buffer, encoding: string | undefined, maxBytes: number): string | undefined {
  try {
    const bytes = encoding === 'gzip' ? gunzipSync(packed, { maxOutputLength: maxBytes }) : packed;
    if (encoding !== undefined && encoding !== 'gzip' && encoding !== 'identity') return undefined;
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
