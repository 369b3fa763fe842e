import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { openKeyRing } from './key-ring.ts';
import { openVault } from './open-vault.ts';
import { openSecret, sealSecret } from './secret.ts';

let dataDir = '';
let database: Database;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'paidan-vault-'));
  await chmod(dataDir, 0o755);
  database = await openDatabase({ dataDir });
  await migrate(database.kysely);
}, 60_000);

afterAll(async () => {
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);

const now = () => '2026-03-02T01:00:00.000Z';
const place = { tenant: 't', name: 'erp-token', version: 1 };

test('keeps the same key file for the next start, readable by its owner only', async () => {
  const [first, second] = await Promise.all([openKeyRing({ dataDir }), openKeyRing({ dataDir })]);
  expect(first.current.id).toBe(second.current.id);
  expect((await stat(join(dataDir, 'secret.key'))).mode & 0o777).toBe(0o600);
});

test('refuses production without a key, and a key of the wrong length', async () => {
  await expect(openKeyRing({ dataDir, production: true })).rejects.toMatchObject({ code: 'vault/no-key' });
  await expect(openKeyRing({ dataDir, secretKey: 'c2hvcnQ=' })).rejects.toMatchObject({
    code: 'vault/bad-key',
  });
});

test('gives back the newest value and stores none of them in the clear', async () => {
  const ring = await openKeyRing({ dataDir });
  const vault = await openVault({ kysely: database.kysely, ring, now });
  await vault.write({ tenant: 't', name: 'erp-token', value: '第一个密码-000-aaaa', by: 'u1' });
  await vault.write({ tenant: 't', name: 'erp-token', value: '第二个密码-000-bbbb', by: 'u1' });
  expect(await vault.resolve({ tenant: 't', name: 'erp-token' })).toBe('第二个密码-000-bbbb');
  expect(await vault.resolve({ tenant: 'other', name: 'erp-token' })).toBeUndefined();
  const rows = await database.kysely.selectFrom('secrets').selectAll().where('tenant', '=', 't').execute();
  expect(JSON.stringify(rows)).not.toContain('密码');
  expect(rows.map((row) => row.last_four)).toEqual(['aaaa', 'bbbb']);
});

test('a wrong master key is found at the start', async () => {
  await openVault({ kysely: database.kysely, ring: await openKeyRing({ dataDir }), now });
  const ring = await openKeyRing({ dataDir, secretKey: randomBytes(32).toString('base64') });
  await expect(openVault({ kysely: database.kysely, ring, now })).rejects.toMatchObject({
    code: 'vault/wrong-key',
  });
});

test('the former master key still opens what it sealed', async () => {
  const [former, current] = [randomBytes(32), randomBytes(32)].map((key) => key.toString('base64'));
  if (former === undefined || current === undefined) throw new Error('two keys were made');
  const sealed = sealSecret(await openKeyRing({ dataDir, secretKey: former }), place, 'value');
  const both = await openKeyRing({ dataDir, secretKey: current, previousKey: former });
  expect(openSecret(both, place, sealed)).toBe('value');
});

test.each(['tenant', 'name', 'version'] as const)(
  'a value moved to another %s does not open',
  async (field) => {
    const ring = await openKeyRing({ dataDir });
    const sealed = sealSecret(ring, place, 'value');
    const moved = { ...place, [field]: field === 'version' ? 2 : 'other' };
    expect(() => openSecret(ring, moved, sealed)).toThrow('PAIDAN_SECRET_KEY');
  },
);

test('an altered value does not open', async () => {
  const ring = await openKeyRing({ dataDir });
  const sealed = sealSecret(ring, place, 'value');
  const bytes = Buffer.from(sealed.sealed, 'base64url');
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  expect(() => openSecret(ring, place, { ...sealed, sealed: bytes.toString('base64url') })).toThrow(
    'master key',
  );
});

test('derived keys differ by purpose and never show the master key', async () => {
  const ring = await openKeyRing({ dataDir });
  expect(ring.derive('sign-in')).not.toBe(ring.derive('links'));
  expect(Buffer.from(ring.derive('sign-in'), 'base64url').equals(ring.current.key)).toBe(false);
});
