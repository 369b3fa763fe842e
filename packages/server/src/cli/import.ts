import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type ImportMap, parseImportMap } from '@paidan/engine';
import type { Issue } from '@paidan/engine/issue';
import type { ImportResult } from '../host/import/import-rows.ts';
import type { RefusedRow } from '../host/import/refused-row.ts';
import type { Installation } from '../host/installation.ts';
import { BadUse } from './bad-use.ts';
import { type Call, type Command, type ExitCode, isAsked, type Options, textOption } from './command.ts';
import { importLines } from './import-lines.ts';
import { importNews } from './import-news.ts';
import { installationOptions, onlyTenant, withInstallation } from './installation-options.ts';
import { hearLeaveWord } from './leave-word.ts';
import { exitCodeOf, issueLines, printResult } from './output.ts';
import { previewImport } from './preview-import.ts';
import { readJson } from './read-document.ts';

export const importCommand: Command = {
  files: ['FILE'],
  help: {
    'zh-CN': '按保存的映射导入表格（CSV、NDJSON，可压缩）；重复导入不会产生重复工单',
    en: 'Bring rows in by a saved map (CSV, NDJSON, also zipped); repeated, it leaves no doubles',
  },
  options: {
    map: { type: 'string', help: { 'zh-CN': '导入映射文件（必填）', en: 'The map (required)' } },
    replay: {
      type: 'boolean',
      help: {
        'zh-CN': '把记录的事件按原来的时间重演一遍，不向外发送任何内容',
        en: 'Send what the rows recorded at its own time; nothing goes outside',
      },
    },
    preview: {
      type: 'string',
      help: { 'zh-CN': '只预览前几行，不写入', en: 'Only show what the first rows become' },
    },
    refused: {
      type: 'string',
      help: {
        'zh-CN': '把拒收的行连同原因写到这个文件',
        en: 'Write refused rows with their cause to this file',
      },
    },
    workflow: {
      type: 'string',
      help: {
        'zh-CN': '先发布这个流程文件，默认取映射旁边的同名文件',
        en: 'Publish this workflow first; by default the one beside the map',
      },
    },
    ...installationOptions,
  },
  async run(call, options): Promise<ExitCode> {
    const { map, issues } = mapOf(call, options);
    if (map === undefined) return printIssues(call, issues);
    const most = textOption(options, 'preview');
    if (most !== undefined) return previewImport(call, map, most);
    return withInstallation(call, options, (installation) => run(installation, { call, options, map }));
  },
};

interface Importing {
  readonly call: Call;
  readonly options: Options;
  readonly map: ImportMap;
}

async function run(installation: Installation, { call, options, map }: Importing): Promise<ExitCode> {
  const { importRows } = await import('../host/import/import-rows.ts');
  await publishBeside(installation, { call, options, map });
  const refused: RefusedRow[] = [];
  const leave = hearLeaveWord();
  const news = importNews(call.locale);
  const { value, issues } = await importRows(installation, map, {
    tenant: onlyTenant,
    file: resolve(call.folder, call.words[0] ?? ''),
    replay: isAsked(options, 'replay'),
    signal: leave.signal,
    onProgress: news.tell,
    onRefused: (row) => refused.push(row),
  }).finally(() => leave.end());
  news.end();
  if (value === undefined) return printIssues(call, issues);
  await writeRefused({ call, options, map }, refused);
  printResult(call, { ...value, refused: refused.map(shortly), cite: map.source.cite }, () =>
    importLines(value, { map, refused, locale: call.locale }),
  );
  return value.isInterrupted ? 130 : exitOf(value, map);
}

/** Rows the map refuses by name are as its author wants them; any other refusal is a finding. */
function exitOf({ refusedRows }: ImportResult, { refuse = {} }: ImportMap): ExitCode {
  return Object.keys(refusedRows).every((cause) => Object.hasOwn(refuse, cause)) ? 0 : 1;
}

function mapOf(
  call: Call,
  options: Options,
): { readonly map?: ImportMap | undefined; readonly issues: readonly Issue[] } {
  const file = textOption(options, 'map');
  if (file === undefined) {
    throw new BadUse({ 'zh-CN': '请用 --map 指定导入映射', en: 'Name the map with --map' });
  }
  const [rows = ''] = call.words;
  if (!existsSync(resolve(call.folder, rows))) {
    const path = resolve(call.folder, rows);
    throw new BadUse({ 'zh-CN': `读不到文件 ${path}`, en: `Cannot read ${path}` });
  }
  const { value: map, issues } = parseImportMap(readJson(call.folder, file));
  return { map, issues };
}

/** A workflow named on the way is published; without one, the file beside the map fills a gap. */
async function publishBeside(installation: Installation, { call, options, map }: Importing): Promise<void> {
  const { publishAll } = await import('../host/publish-all.ts');
  const named = textOption(options, 'workflow');
  if (named !== undefined) {
    await publishAll(installation, onlyTenant, [resolve(call.folder, named)]);
    return;
  }
  if ((await installation.host.version(onlyTenant, map.workflow)) !== undefined) return;
  const beside = dirname(resolve(call.folder, textOption(options, 'map') ?? ''));
  const file = resolve(beside, `${map.workflow}.workflow.json`);
  if (existsSync(file)) await publishAll(installation, onlyTenant, [file]);
}

async function writeRefused(
  { call, options, map }: Importing,
  refused: readonly RefusedRow[],
): Promise<void> {
  const file = textOption(options, 'refused');
  if (file === undefined) return;
  const { refusedFile } = await import('../host/import/refused-file.ts');
  await writeFile(resolve(call.folder, file), refusedFile(refused, map.source, call.locale));
}

function shortly({ file, key, cause, issues }: RefusedRow) {
  return { row: file.place, key, cause, issues };
}

function printIssues(call: Call, issues: readonly Issue[]): ExitCode {
  printResult(call, { issues }, () => issueLines(issues, call));
  return exitCodeOf(issues);
}
