import type { Draft } from '../draft.ts';
import { withHeader, withQuery } from '../draft.ts';
import { signForDingtalk } from './dingtalk-sign.ts';
import { signForFeishu } from './feishu-sign.ts';
import { signByTemplate } from './hmac-sign.ts';

/** Authentication with its secrets and settings filled in; a token has been fetched. Never logged, dropped after sending. */
export type FilledAuthentication =
  | { readonly kind: 'none' }
  | { readonly kind: 'apiKey'; readonly in: 'header' | 'query'; readonly name: string; readonly key: string }
  | { readonly kind: 'basic'; readonly user: string; readonly password: string }
  | { readonly kind: 'bearer'; readonly token: string }
  | { readonly kind: 'hmac'; readonly key: string; readonly sign: string; readonly header: string }
  | { readonly kind: 'dingtalkSign'; readonly token: string; readonly key: string }
  | { readonly kind: 'feishuSign'; readonly hook: string; readonly key: string }
  | { readonly kind: 'wecomKey'; readonly key: string };

/** The draft as it may leave, signed at the given instant (ISO). */
export function signRequest(draft: Draft, auth: FilledAuthentication, at: string): Draft {
  const atMs = Date.parse(at);
  switch (auth.kind) {
    case 'none':
      return draft;
    case 'apiKey':
      return (auth.in === 'header' ? withHeader : withQuery)(draft, auth.name, auth.key);
    case 'basic':
      return withHeader(draft, 'Authorization', `Basic ${base64(`${auth.user}:${auth.password}`)}`);
    case 'bearer':
      return withHeader(draft, 'Authorization', `Bearer ${auth.token}`);
    case 'hmac':
      return signByTemplate(draft, auth, atMs);
    case 'dingtalkSign':
      return signForDingtalk(draft, auth, atMs);
    case 'feishuSign':
      return signForFeishu(draft, auth, atMs);
    case 'wecomKey':
      return withQuery(draft, 'key', auth.key);
  }
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
