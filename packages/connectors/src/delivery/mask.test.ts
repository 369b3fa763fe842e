import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskSecrets } from './mask.ts';

describe('masking', () => {
  const spellings = [
    (secret: string) => secret,
    encodeURIComponent,
    (secret: string) => Buffer.from(secret).toString('base64'),
    (secret: string) => JSON.stringify(secret).slice(1, -1),
  ];

  test('leaves a secret in no spelling', () => {
    const secret = fc.string({ unit: 'grapheme-ascii', minLength: 6 });
    fc.assert(
      fc.property(secret, fc.constantFrom(...spellings), (value, spell) => {
        expect(maskSecrets(`密钥无效：${spell(value)}。`, [value])).toBe('密钥无效：•••。');
      }),
    );
  });

  test('masks the longer of two secrets first', () => {
    expect(maskSecrets('key-123-long', ['key-123', 'key-123-long'])).toBe('•••');
  });
});
