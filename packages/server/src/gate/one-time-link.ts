import { createHash, createHmac } from 'node:crypto';

/** What a link opens: one work order, for a while. */
export interface LinkScope {
  readonly tenant: string;
  readonly workOrderId: string;
  readonly expiresAt: string;
}

const tokenBytes = 16;

/**
 * The token of a link: 128 bits that only the server's secret can make from the command that asked for it, so that a
 * repeated command gets the same link and none is kept in plain form.
 */
export function linkToken(secret: string, scope: LinkScope, commandId: string): string {
  return derive(secret, ['link', scope.tenant, scope.workOrderId, commandId]);
}

/** The token of the session that a link is exchanged for; each opening of a link has its own. */
export function sessionToken(secret: string, link: string, opening: string): string {
  return derive(secret, ['session', link, opening]);
}

/** What is kept of a token. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The address for the customer. The fragment is never sent, so no log, referrer or chat preview holds the token. */
export function linkUrl(publicUrl: string, token: string): string {
  return `${publicUrl.replace(/\/$/, '')}/c#${token}`;
}

export interface LinkCookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
  readonly maxAgeS: number;
  readonly isSecure: boolean;
}

export function setCookie({ name, value, path, maxAgeS, isSecure }: LinkCookie): string {
  const secure = isSecure ? '; Secure' : '';
  return `${name}=${value}; Path=${path}; Max-Age=${maxAgeS}; HttpOnly; SameSite=Lax${secure}`;
}

function derive(secret: string, parts: readonly string[]): string {
  const digest = createHmac('sha256', secret).update(JSON.stringify(parts)).digest();
  return digest.subarray(0, tokenBytes).toString('base64url');
}
