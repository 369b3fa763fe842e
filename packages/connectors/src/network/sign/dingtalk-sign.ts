import { createHmac } from 'node:crypto';
import { type Draft, withQuery } from '../draft.ts';

/** Base64 of HMAC-SHA256 over `<ts>\n<key>` with the key itself as key, `atMs` in milliseconds (DingTalk, custom robots). */
export function dingtalkSignature(key: string, atMs: number): string {
  return createHmac('sha256', key).update(`${atMs}\n${key}`).digest('base64');
}

export function signForDingtalk(draft: Draft, auth: { token: string; key: string }, atMs: number): Draft {
  const addressed = withQuery(draft, 'access_token', auth.token);
  return withQuery(
    withQuery(addressed, 'timestamp', String(atMs)),
    'sign',
    dingtalkSignature(auth.key, atMs),
  );
}
