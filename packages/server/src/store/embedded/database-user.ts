import { userInfo } from 'node:os';
import { storeFault } from '../store-fault.ts';
import { type RunAs, runProgram } from './run-program.ts';

/**
 * The user that owns the cluster. PostgreSQL refuses to run as root, so root lends the work to the user
 * `postgres`
 * and makes that user when the machine has none.
 */
export async function databaseUser(): Promise<RunAs> {
  if (userInfo().uid !== 0) return {};
  const found = await readUser();
  if (found !== undefined) return found;
  await addUser();
  const made = await readUser();
  if (made === undefined) throw noDatabaseUser();
  return made;
}

async function readUser(): Promise<RunAs | undefined> {
  const [uid, gid] = await Promise.all(['-u', '-g'].map(readId));
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

async function readId(flag: string): Promise<number | undefined> {
  const { exitCode, output } = await runProgram('id', [flag, 'postgres'], {});
  const id = Number.parseInt(output, 10);
  return exitCode === 0 && id > 0 ? id : undefined;
}

async function addUser(): Promise<void> {
  try {
    await runProgram('groupadd', ['--system', 'postgres'], {});
    await runProgram('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres'], {});
  } catch (error) {
    throw noDatabaseUser(error);
  }
}

function noDatabaseUser(cause?: unknown): Error {
  const text = {
    zh: 'PostgreSQL 不能以 root 身份运行，而本机无法创建 postgres 用户。请换一个普通用户启动，或设置 DATABASE_URL 使用自己的数据库。',
    en:
      'PostgreSQL refuses to run as root, and the user postgres cannot be made here. Start as ' +
      'another user, or set DATABASE_URL to a database of your own.',
    remedy: 'wait-for-person',
  } as const;
  return storeFault('store/no-database-user', text, cause);
}
