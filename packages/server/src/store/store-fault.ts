import { type Remedy, WorkflowFault } from '@paidan/engine/issue';

type StoreFaultCode =
  | 'store/no-write-permission'
  | 'store/disk-full'
  | 'store/missing-binary'
  | 'store/no-database-user'
  | 'store/used-elsewhere'
  | 'store/not-durable'
  | 'store/too-old'
  | 'store/newer-schema'
  | 'store/not-started'
  | 'store/unreachable';

interface StoreFaultText {
  readonly zh: string;
  readonly en: string;
  readonly remedy: Remedy;
}

/**
 * An outage of the database, said in both languages because it is read on a terminal before any locale is
 * known.
 */
export function storeFault(code: StoreFaultCode, text: StoreFaultText, cause?: unknown): WorkflowFault {
  return new WorkflowFault(code, `${text.zh}\n${text.en}`, text.remedy, cause === undefined ? {} : { cause });
}

/** Turns what the operating system or PostgreSQL said about a directory into a fault that names the cure. */
export function directoryFault(directory: string, cause: unknown): unknown {
  if (cause instanceof WorkflowFault) return cause;
  const said = [errorCode(cause), cause instanceof Error ? cause.message : String(cause)].join(' ');
  if (/ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/.test(said)) {
    return storeFault('store/disk-full', diskFull(directory), cause);
  }
  if (/EACCES|EPERM|EROFS|ENOTDIR|Permission denied|Read-only file system/.test(said)) {
    return storeFault('store/no-write-permission', noWritePermission(directory), cause);
  }
  return cause;
}

/** The `code` that Node and pg put on their errors, or an empty string. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function diskFull(directory: string): StoreFaultText {
  return {
    zh: `磁盘空间不足，数据库无法写入 ${directory}。请清理磁盘，或用 PAIDAN_DATA_DIR 指定另一块磁盘上的目录后重新启动。`,
    en:
      `No space left for the database in ${directory}. Free some space, or name a directory on ` +
      `another disk in PAIDAN_DATA_DIR, then start again.`,
    remedy: 'wait-for-person',
  };
}

function noWritePermission(directory: string): StoreFaultText {
  return {
    zh: `没有权限写入数据目录 ${directory}。请修改该目录的权限，或用 PAIDAN_DATA_DIR 指定可写的目录。`,
    en:
      `The data directory ${directory} cannot be written. Change its permissions, or name a ` +
      `writable directory in PAIDAN_DATA_DIR.`,
    remedy: 'wait-for-person',
  };
}
