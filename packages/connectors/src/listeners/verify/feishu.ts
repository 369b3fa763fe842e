import { createHash } from 'node:crypto';
import { equalInConstantTime } from './equal-in-constant-time.ts';
import { isFresh, type Pushed, type Verified } from './pushed.ts';

/** Feishu events: SHA-256 over timestamp, nonce, encrypt key and the raw body. */
export function verifyFeishu(pushed: Pushed, key: string, at: string): Verified {
  const timestamp = pushed.headers['x-lark-request-timestamp'] ?? '';
  const nonce = pushed.headers['x-lark-request-nonce'] ?? '';
  const expected = createHash('sha256').update(`${timestamp}${nonce}${key}${pushed.body}`).digest('hex');
  if (!equalInConstantTime(expected, pushed.headers['x-lark-signature'] ?? ''))
    return { kind: 'refused', reason: 'signature' };
  return isFresh(timestamp, at)
    ? { kind: 'verified', body: pushed.body }
    : { kind: 'refused', reason: 'stale' };
}
