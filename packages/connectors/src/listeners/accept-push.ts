import type { Listener } from '@paidan/engine/definition';
import type { Json } from '@paidan/engine/issue';
import { readDotted } from './read-dotted.ts';
import type { Pushed } from './verify/pushed.ts';
import { verifySignature } from './verify/verify-signature.ts';

/** `unsigned` is answered 401, `unreadable` 400; an `item` goes to `detectChange`, after `read` where the listener reads. */
export type Accepted =
  | { readonly kind: 'item'; readonly item: Json }
  | { readonly kind: 'unsigned'; readonly reason: 'signature' | 'stale' }
  | { readonly kind: 'unreadable' };

/** The changed thing in a push. The signature is checked on the raw body before anything is parsed. */
export function acceptPush(
  listener: Listener,
  pushed: Pushed,
  options: { readonly keys: readonly string[]; readonly at: string },
): Accepted {
  const { webhook } = listener.by;
  if (webhook === undefined) return { kind: 'unsigned', reason: 'signature' };
  const verified = verifySignature(webhook.signature, pushed, options);
  if (verified.kind === 'refused')
    return verified.reason === 'unreadable'
      ? { kind: 'unreadable' }
      : { kind: 'unsigned', reason: verified.reason };
  const body = parsed(verified.body);
  const item = body === undefined ? undefined : readDotted({ body }, webhook.item);
  return item === undefined ? { kind: 'unreadable' } : { kind: 'item', item };
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
