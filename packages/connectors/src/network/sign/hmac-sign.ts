import { createHash, createHmac } from 'node:crypto';
import { bodyText, type Draft, withHeader } from '../draft.ts';

/**
 * HMAC-SHA256 in hex over a template of `{method}`, `{path}`, `{timestamp}` (seconds) and `{bodySha256}` (hex). The
 * instant travels in `X-Timestamp`, so that the other side can build the same text.
 */
export function signByTemplate(
  draft: Draft,
  auth: { key: string; sign: string; header: string },
  atMs: number,
): Draft {
  const url = new URL(draft.url);
  const parts: { readonly [name: string]: string } = {
    method: draft.method,
    path: `${url.pathname}${url.search}`,
    timestamp: String(Math.floor(atMs / 1000)),
    bodySha256: createHash('sha256')
      .update(bodyText(draft) ?? '')
      .digest('hex'),
  };
  const signed = auth.sign.replace(/\{(\w+)\}/g, (hole, name: string) => parts[name] ?? hole);
  const signature = createHmac('sha256', auth.key).update(signed).digest('hex');
  return withHeader(withHeader(draft, 'X-Timestamp', parts['timestamp'] ?? ''), auth.header, signature);
}
