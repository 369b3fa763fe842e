import { Webhook } from 'standardwebhooks';
import { equalInConstantTime } from './equal-in-constant-time.ts';
import { isFresh, type Pushed, type Verified } from './pushed.ts';

/** Standard Webhooks: `v1,<base64>` over `id.timestamp.body`; several signatures stand side by side while a key rotates. */
export function verifyStandard(pushed: Pushed, key: string, at: string): Verified {
  const id = pushed.headers['webhook-id'];
  const timestamp = pushed.headers['webhook-timestamp'];
  const signatures = pushed.headers['webhook-signature']?.split(' ') ?? [];
  if (id === undefined || timestamp === undefined) return { kind: 'refused', reason: 'signature' };
  const expected = standardSignature({ id, timestamp, body: pushed.body, key });
  if (!signatures.some((signature) => equalInConstantTime(expected, signature)))
    return { kind: 'refused', reason: 'signature' };
  return isFresh(timestamp, at)
    ? { kind: 'verified', body: pushed.body, id }
    : { kind: 'refused', reason: 'stale' };
}

/** The signature a sender puts into `webhook-signature`; `timestamp` in seconds, `key` as `whsec_<base64>`. */
export function standardSignature(message: {
  readonly id: string;
  readonly timestamp: string;
  readonly body: string;
  readonly key: string;
}): string {
  const webhook = new Webhook(message.key);
  return webhook.sign(message.id, new Date(Number.parseInt(message.timestamp, 10) * 1000), message.body);
}
