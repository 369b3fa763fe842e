import { createHmac } from 'node:crypto';
import type { Draft } from '../draft.ts';

/** Base64 of HMAC-SHA256 over nothing with `<ts>\n<key>` as key, `atSeconds` in seconds (Feishu, custom robots). */
export function feishuSignature(key: string, atSeconds: number): string {
  return createHmac('sha256', `${atSeconds}\n${key}`).update('').digest('base64');
}

/** The hook is the last segment of the path; timestamp and signature stand in the body. */
export function signForFeishu(draft: Draft, auth: { hook: string; key: string }, atMs: number): Draft {
  const atSeconds = Math.floor(atMs / 1000);
  const url = new URL(draft.url);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${encodeURIComponent(auth.hook)}`;
  const signed = { timestamp: String(atSeconds), sign: feishuSignature(auth.key, atSeconds) };
  return { ...draft, url: url.href, body: { ...signed, ...draft.body } };
}
