import { createHmac } from 'node:crypto';
import { equalInConstantTime } from './equal-in-constant-time.ts';
import type { Pushed, Verified } from './pushed.ts';

/** `sha256=<hex>` over the raw body, in `x-hub-signature-256` or `x-signature-256`. The scheme carries no instant. */
export function verifySha256Header(pushed: Pushed, key: string): Verified {
  const signature = pushed.headers['x-hub-signature-256'] ?? pushed.headers['x-signature-256'] ?? '';
  const expected = `sha256=${createHmac('sha256', key).update(pushed.body).digest('hex')}`;
  if (!equalInConstantTime(expected, signature)) return { kind: 'refused', reason: 'signature' };
  return { kind: 'verified', body: pushed.body };
}
