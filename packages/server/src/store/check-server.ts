import type { Pool } from 'pg';
import { storeFault } from './store-fault.ts';

const oldestVersion = 150_000;
const durabilitySettings = ['fsync', 'full_page_writes', 'synchronous_commit'];

/**
 * Refuses a server that is too old, or one that says "committed" before the commit would survive a power
 * loss.
 */
export async function checkServer(pool: Pool): Promise<void> {
  const answer = await pool.query<{ name: string; setting: string }>(
    'SELECT name, setting FROM pg_settings WHERE name = ANY($1)',
    [['server_version_num', ...durabilitySettings]],
  );
  const settings = new Map(answer.rows.map((row) => [row.name, row.setting]));
  const version = Number(settings.get('server_version_num'));
  if (version < oldestVersion) throw tooOld(version);
  const off = durabilitySettings.filter((name) => settings.get(name) === 'off');
  if (off.length > 0) throw notDurable(off);
}

function tooOld(version: number): Error {
  const found = Math.floor(version / 10_000);
  return storeFault('store/too-old', {
    zh: `需要 PostgreSQL 15 或更高版本，当前数据库是 ${found}。请升级数据库。`,
    en: `PostgreSQL 15 or later is needed; this database is ${found}. Upgrade it.`,
    remedy: 'wait-for-person',
  });
}

function notDurable(off: readonly string[]): Error {
  const names = off.join(', ');
  return storeFault('store/not-durable', {
    zh: `数据库关闭了 ${names}，断电会丢失已确认的工单，因此拒绝启动。请在数据库配置中打开后重新启动。`,
    en:
      `The database has ${names} switched off, so a power loss would lose acknowledged work orders.` +
      ` Switch it on and start again.`,
    remedy: 'wait-for-person',
  });
}
