import { resolve } from 'node:path';
import type { Installation } from '../host/installation.ts';
import { type Call, type CommandOption, type Options, textOption } from './command.ts';

/** What every command that touches the database takes. */
export const installationOptions: { readonly [name: string]: CommandOption } = {
  database: {
    type: 'string',
    help: {
      'zh-CN': 'PostgreSQL 地址，默认使用自带数据库',
      en: 'Address of your PostgreSQL; the embedded one by default',
    },
  },
  'data-dir': {
    type: 'string',
    help: { 'zh-CN': '数据目录，默认 ./.paidan', en: 'Data folder, ./.paidan by default' },
  },
};

/** The tenant of an installation that has only one. */
export const onlyTenant = 'default';

/** Where the data lives, as options say; they win over the environment. */
export function whereOf(
  call: Call,
  options: Options,
): { readonly databaseUrl?: string; readonly dataDir?: string } {
  const databaseUrl = textOption(options, 'database');
  const dataDir = textOption(options, 'data-dir');
  return {
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(dataDir === undefined ? {} : { dataDir: resolve(call.folder, dataDir) }),
  };
}

/** Runs with an open installation and closes it, whatever happens. Loaded late: `paidan lint` needs no database. */
export async function withInstallation<Result>(
  call: Call,
  options: Options,
  work: (installation: Installation) => Promise<Result>,
): Promise<Result> {
  const { openInstallation } = await import('../host/installation.ts');
  const { readConfiguration } = await import('../host/configuration.ts');
  const installation = await openInstallation({
    ...readConfiguration(process.env),
    ...whereOf(call, options),
    onError: toStderr,
  });
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
}

export function toStderr(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
