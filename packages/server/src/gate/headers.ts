import type { MiddlewareHandler } from 'hono';

export interface HeaderOptions {
  /** Whether the public address is https; then browsers are told to stay there. */
  readonly isSecure: () => boolean;
  /** Origins that may frame the screens; nobody when absent. */
  readonly frameAncestors?: readonly string[];
}

/** The strict policy of every page: nothing from elsewhere, no script in the page, styles only with this nonce. */
export function contentPolicy(nonce: string, { frameAncestors = [] }: Partial<HeaderOptions> = {}): string {
  const ancestors = frameAncestors.length === 0 ? "'none'" : frameAncestors.join(' ');
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');
}

const always: readonly (readonly [string, string])[] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(self), geolocation=(self), microphone=(self)'],
];

/** Headers of every answer; a page sets its own policy with its nonce, everything else may load nothing. */
export function safeHeaders(options: HeaderOptions): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const { headers } = context.res;
    for (const [name, value] of always) headers.set(name, value);
    if (options.isSecure()) headers.set('Strict-Transport-Security', 'max-age=31536000');
    if (!headers.has('Content-Security-Policy')) {
      headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'; sandbox");
    }
  };
}
