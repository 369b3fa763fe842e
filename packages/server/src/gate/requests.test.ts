import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { contentPolicy, safeHeaders } from './headers.ts';
import { linkToken, linkUrl, sessionToken, setCookie, tokenHash } from './one-time-link.ts';
import { isOwnOrigin } from './origin-check.ts';
import { createRateLimit, isTooDeep } from './request-limits.ts';

const scope = { tenant: 'shenzhen', workOrderId: 'wo-1', expiresAt: '2026-03-09T00:00:00.000Z' };

it('[S48] makes the same link for the same command and another one for everything else', () => {
  const token = linkToken('secret', scope, 'c1');
  expect(linkToken('secret', scope, 'c1')).toBe(token);
  const others = [
    linkToken('secret', scope, 'c2'),
    linkToken('secret', { ...scope, workOrderId: 'wo-2' }, 'c1'),
    linkToken('secret', { ...scope, tenant: 'beijing' }, 'c1'),
    linkToken('other', scope, 'c1'),
    sessionToken('secret', token, 'o1'),
  ];
  expect(new Set([token, ...others]).size).toBe(6);
  expect(Buffer.from(token, 'base64url')).toHaveLength(16);
  expect(tokenHash(token)).not.toContain(token);
});

it('[S48] puts the token where no server, referrer or preview sees it', () => {
  const url = new URL(linkUrl('https://service.example/desk/', 'abc'));
  expect(url.pathname).toBe('/desk/c');
  expect(url.hash).toBe('#abc');
  const cookie = setCookie({ name: 'c', value: 'v', path: '/api/customer', maxAgeS: 7200, isSecure: true });
  expect(cookie).toBe('c=v; Path=/api/customer; Max-Age=7200; HttpOnly; SameSite=Lax; Secure');
});

const write = (headers: Record<string, string>) =>
  new Request('http://paidan.test/api/me/role', { method: 'POST', headers });

it.each([
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{ 'sec-fetch-site': 'none' }, true],
  [{ 'sec-fetch-site': 'cross-site' }, false],
  [{ 'sec-fetch-site': 'same-site' }, false],
  [{ origin: 'http://paidan.test' }, true],
  [{ origin: 'https://public.test' }, true],
  [{ origin: 'http://evil.test' }, false],
  [{ origin: 'null' }, false],
  [{}, true],
])('of a write with %j says whether it is our own: %s', (headers, own) => {
  expect(isOwnOrigin(write(headers), 'https://public.test/desk')).toBe(own);
});

it('lets anybody read, for reading changes nothing', () => {
  const request = new Request('http://paidan.test/', { headers: { 'sec-fetch-site': 'cross-site' } });
  expect(isOwnOrigin(request)).toBe(true);
});

it('allows no script in a page and styles only with its nonce', () => {
  const policy = contentPolicy('n1');
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("style-src 'self' 'nonce-n1';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  expect(contentPolicy('n1', { frameAncestors: ['https://host.test'] })).toContain(
    'frame-ancestors https://host.test',
  );
});

it('sets safe headers on every answer and leaves a page its own policy', async () => {
  const app = new Hono().use(safeHeaders({ isSecure: () => true }));
  app.get('/page', (context) => context.html('', 200, { 'Content-Security-Policy': contentPolicy('n') }));
  app.get('/json', (context) => context.json({}));
  const page = await app.request('/page');
  expect(page.headers.get('content-security-policy')).toContain('nonce-n');
  const json = await app.request('/json');
  expect(json.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(json.headers.get('x-content-type-options')).toBe('nosniff');
  expect(json.headers.get('strict-transport-security')).toContain('max-age');
});

it('counts requests of each person and address by the minute', () => {
  const limit = createRateLimit();
  const nobody = { kind: 'nobody' } as const;
  for (let count = 0; count < 120; count += 1) expect(limit.check(nobody, '10.0.0.1', 1_000)).toBeUndefined();
  expect(limit.check(nobody, '10.0.0.1', 15_000)).toBe(45);
  expect(limit.check(nobody, '10.0.0.2', 15_000)).toBeUndefined();
  expect(limit.check(nobody, '10.0.0.1', 60_000)).toBeUndefined();
});

it('finds depth without being fooled by brackets inside texts', () => {
  expect(isTooDeep('['.repeat(65))).toBe(true);
  expect(isTooDeep('['.repeat(64) + ']'.repeat(64))).toBe(false);
  expect(isTooDeep(JSON.stringify({ a: '['.repeat(100), b: '\\"[' }))).toBe(false);
  expect(isTooDeep('[]'.repeat(100))).toBe(false);
});
