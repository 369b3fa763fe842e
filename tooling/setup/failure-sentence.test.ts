import { expect, test } from 'vitest';
import { failureSentence, oldNodeSentence } from './failure-sentence.mjs';

test.each([
  ['npm error code ENOSPC', '磁盘空间不足', 'The disk is full'],
  ['npm error code EACCES\nnpm error syscall mkdir', '没有写入权限', 'cannot be written'],
  ['ERROR EROFS: read-only file system, open x', '没有写入权限', 'cannot be written'],
  ['npm error errno EAI_AGAIN', '连不上 npm 源', 'cannot be reached'],
  ['ERR_PNPM_META_FETCH_FAIL GET https://registry', '连不上 npm 源', 'cannot be reached'],
  ['npm error code SELF_SIGNED_CERT_IN_CHAIN', '无法验证', 'cannot be verified'],
  ['ERR_PNPM_OUTDATED_LOCKFILE', '不一致', 'does not match'],
])('says in both languages what to do after %s', (output, zh, en) => {
  expect(failureSentence(output)).toContain(zh);
  expect(failureSentence(output)).toContain(en);
});

test('does not guess at a cause it does not know', () => {
  expect(failureSentence('Segmentation fault')).toBeUndefined();
});

test('refuses a Node older than 18 and takes 18 and later', () => {
  expect(oldNodeSentence('16.20.2')).toContain('16.20.2');
  expect(oldNodeSentence('18.0.0')).toBeUndefined();
  expect(oldNodeSentence('26.1.0')).toBeUndefined();
});
