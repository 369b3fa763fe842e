import { resolve } from 'node:path';
import type { ImportMap } from '@paidan/engine';
import { formatIssue } from '@paidan/engine/issue';
import type { ToldHistory } from '../host/import/tell-history.ts';
import { BadUse } from './bad-use.ts';
import type { Call, ExitCode } from './command.ts';
import { exitCodeOf, issueLines, printResult } from './output.ts';

/** Prints what the first rows of a file become. */
export async function previewImport(call: Call, map: ImportMap, most: string): Promise<ExitCode> {
  const rows = Number(most);
  if (!(Number.isInteger(rows) && rows >= 1)) {
    throw new BadUse({
      'zh-CN': `--preview 应为行数，实际是「${most}」`,
      en: `--preview takes a number of rows, found "${most}"`,
    });
  }
  const { previewRows } = await import('../host/import/preview-rows.ts');
  const { value: told = [], issues } = await previewRows(
    map,
    resolve(call.folder, call.words[0] ?? ''),
    rows,
  );
  printResult(call, { told, issues }, () => [
    ...issueLines(issues, call),
    ...told.flatMap((one) => toldLines(one, call)),
  ]);
  return exitCodeOf(issues);
}

function toldLines({ history, refused }: ToldHistory, { locale }: Call): readonly string[] {
  const told =
    history === undefined
      ? []
      : [
          `${history.key}  ${history.createdAt}  ${JSON.stringify(history.record)}`,
          ...history.happenings.map(
            ({ at, name, event, issues }) =>
              `  ${at}  ${name}  ${event?.kind === 'send' ? JSON.stringify(event.payload) : ''}${issues
                .map((found) => `✗ ${formatIssue(found, locale)}`)
                .join(' ')}`,
          ),
        ];
  return [
    ...told,
    ...refused.map(
      ({ file, key = '', cause, issues }) =>
        `✗ ${locale === 'en' ? 'row' : '行'} ${file.place}  ${key}  ${cause}  ${issues
          .map((found) => formatIssue(found, locale))
          .join(' ')}`,
    ),
  ];
}
