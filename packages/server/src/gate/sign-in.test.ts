import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { savePeople } from '../store/people.ts';
import { type BuiltInSignIn, openSignIn } from './sign-in.ts';

const url = 'http://127.0.0.1:8787';
const at = '2026-03-02T01:00:00.000Z';
let dataDir = '';
let database: Database;
let gate: BuiltInSignIn;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'paidan-gate-'));
  await chmod(dataDir, 0o755);
  database = await openDatabase({ dataDir });
  await migrate(database.kysely);
  gate = await openSignIn({ database, url, secret: 'a-secret-only-for-this-test-0123456789' });
  await savePeople(
    database.kysely,
    [{ tenant: 'shenzhen', id: 'u1', name: '林晓梅', roles: ['agent'], facts: { region: '南山' } }],
    at,
  );
  await gate.putAccount({
    tenant: 'shenzhen',
    personId: 'u1',
    name: '林晓梅',
    email: 'lin@paidan.test',
    password,
  });
}, 60_000);

afterAll(async () => {
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);

const password = '演示密码-2026';

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const init = { method: 'POST', body: JSON.stringify(body) };
  const sent = { 'content-type': 'application/json', origin: url, ...headers };
  return gate.handle(new Request(`${url}/api/auth${path}`, { ...init, headers: sent }));
}

async function cookieOf(email: string, secret: string): Promise<string> {
  const response = await post('/sign-in/email', { email, password: secret });
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

function requestWith(cookie: string): Request {
  return new Request(`${url}/api/work-orders`, { headers: { cookie } });
}

test('whoever signs in is the person of the account, with the roles held now', async () => {
  const request = requestWith(await cookieOf('lin@paidan.test', password));
  const actor = { id: 'u1', name: '林晓梅', roles: ['agent'] };
  expect(await gate.signIn(request)).toEqual({ tenant: 'shenzhen', actor });
  const changed = { tenant: 'shenzhen', id: 'u1', name: '林晓梅', roles: ['dispatcher'], facts: {} };
  await savePeople(database.kysely, [changed], at);
  expect(await gate.signIn(request)).toMatchObject({ actor: { roles: ['dispatcher'] } });
});

test('the session cookie cannot be read by scripts', async () => {
  const response = await post('/sign-in/email', { email: 'lin@paidan.test', password });
  expect(response.status).toBe(200);
  expect(response.headers.getSetCookie().join()).toMatch(/session_token=.*HttpOnly.*SameSite=Lax/i);
});

test('a wrong password, no cookie and a forged cookie are nobody', async () => {
  expect((await post('/sign-in/email', { email: 'lin@paidan.test', password: 'wrong' })).status).toBe(401);
  expect(await gate.signIn(requestWith(''))).toBeUndefined();
  expect(await gate.signIn(requestWith('better-auth.session_token=forged.AAAA'))).toBeUndefined();
});

test('after signing out the old cookie is nobody', async () => {
  const cookie = await cookieOf('lin@paidan.test', password);
  await post('/sign-out', {}, { cookie });
  expect(await gate.signIn(requestWith(cookie))).toBeUndefined();
});

test('nobody can make an account, or a tenant, for themselves', async () => {
  const body = {
    email: 'me@paidan.test',
    password: 'long enough 1',
    name: 'me',
    tenant: 'shenzhen',
    personId: 'u1',
  };
  expect((await post('/sign-up/email', body)).ok).toBe(false);
  const cookie = await cookieOf('lin@paidan.test', password);
  await post('/update-user', { tenant: 'other' }, { cookie });
  expect(await gate.signIn(requestWith(cookie))).toMatchObject({ tenant: 'shenzhen' });
});

test('a second start keeps the accounts, and putting one again changes its password', {
  timeout: 40_000,
}, async () => {
  const again = await openSignIn({ database, url, secret: 'a-secret-only-for-this-test-0123456789' });
  const account = { tenant: 'shenzhen', personId: 'u1', name: '林晓梅', email: 'lin@paidan.test' };
  await again.putAccount({ ...account, password: '新的密码-2026' });
  expect(await cookieOf('lin@paidan.test', password)).toBe('');
  expect(await gate.signIn(requestWith(await cookieOf('lin@paidan.test', '新的密码-2026')))).toBeDefined();
  await again.putAccount({ ...account, password });
});

test('a person who was disabled is nobody, whatever cookie they hold', async () => {
  const cookie = await cookieOf('lin@paidan.test', password);
  await database.kysely.updateTable('people').set({ disabled_at: at }).where('id', '=', 'u1').execute();
  expect(await gate.signIn(requestWith(cookie))).toBeUndefined();
});
