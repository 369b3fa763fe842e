import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOfJson, sha256 } from './sha256.ts';

// Digests of FIPS 180-4's own examples (NIST, "Examples with Intermediate Values").
test('gives the digests printed by the standard', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  );
});

test('equals the digest of Node for every length around a block', () => {
  for (let length = 0; length <= 200; length += 1) expectNodeDigest('x'.repeat(length));
});

test('equals the digest of Node for any text, ill-formed ones included', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), expectNodeDigest));
  expectNodeDigest('half \ud83d a pair');
});

test('gives one hash to one value whatever the order of its keys', () => {
  expect(hashOfJson({ b: [1, '派单'], a: null })).toBe(hashOfJson({ a: null, b: [1, '派单'] }));
  expect(hashOfJson({ a: 1 })).not.toBe(hashOfJson({ a: '1' }));
  expect(hashOfJson({})).toBe('sha256-44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
});

function expectNodeDigest(text: string): void {
  expect(sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
}
