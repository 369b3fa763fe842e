import type { ImportMap } from '@paidan/engine';
import { formatIssue } from '@paidan/engine/issue';
import type { ImportResult, ImportTimes } from '../host/import/import-rows.ts';
import type { Comparison, Counts } from '../host/import/import-tally.ts';
import type { RefusedRow } from '../host/import/refused-row.ts';
import type { Locale } from './locale.ts';

const words = {
  'zh-CN': {
    workOrders: '工单',
    fresh: '新增',
    same: '已导入过',
    refused: '拒收',
    rows: '数据行',
    events: '事件',
    refusedEvents: '被拒事件',
    timeEvents: '到期触发',
    overdue: '超时',
    reassignments: '改派',
    reopenings: '重新打开',
    ours: '本系统',
    logs: '日志',
    agree: '一致',
    times: '用时',
    reading: '读取',
    deciding: '推演',
    writing: '写入',
    beside: '与推演并行',
    total: '合计',
    cite: '数据来源',
    row: '行',
    open: '（',
    close: '）',
    is: '：',
    comma: '、',
    more: '另有',
    interrupted: '已中断；再次运行同一命令即可继续',
  },
  en: {
    workOrders: 'work orders',
    fresh: 'new',
    same: 'same',
    refused: 'refused',
    rows: 'rows',
    events: 'events',
    refusedEvents: 'refused events',
    timeEvents: 'fell due',
    overdue: 'overdue',
    reassignments: 'reassignments',
    reopenings: 'reopenings',
    ours: 'ours',
    logs: 'log',
    agree: 'agree',
    times: 'time',
    reading: 'reading',
    deciding: 'deciding',
    writing: 'writing',
    beside: 'beside deciding',
    total: 'in all',
    cite: 'source',
    row: 'row',
    open: ' (',
    close: ')',
    is: ': ',
    comma: ', ',
    more: 'and',
    interrupted: 'interrupted; run the same command again to go on',
  },
} as const;

type Words = { readonly [Name in keyof (typeof words)['en']]: string };

const namedRefusals = 20;

export interface ImportReport {
  readonly map: ImportMap;
  readonly refused: readonly RefusedRow[];
  readonly locale: Locale;
}

/** What an import did, for people: counts, comparisons with the log, time, and whose data it is. */
export function importLines(result: ImportResult, { map, refused, locale }: ImportReport): readonly string[] {
  const say: Words = words[locale];
  const { fresh, same, refused: notTaken } = result.workOrders;
  const counted = `${say.fresh} ${figure(fresh)} · ${say.same} ${figure(same)} · ${say.refused} ${figure(notTaken)}`;
  const table: (readonly [string, string])[] = [
    [say.workOrders, `${figure(fresh + same)}${say.open}${counted}${say.close}`],
    [
      say.rows,
      `${figure(result.rows)}${say.open}${say.refused} ${counts(result.refusedRows, say)}${say.close}`,
    ],
    [say.events, counts(result.events, say)],
    [say.refusedEvents, counts(result.refusedEvents, say)],
    [say.timeEvents, figure(result.timeEvents)],
    ...result.comparisons.filter(({ compared }) => compared > 0).map((one) => comparisonRow(one, say)),
    [say.times, timesOf(result.times, say)],
    ...(map.source.cite === undefined ? [] : [[say.cite, map.source.cite] as const]),
  ];
  return [
    ...table.map(([name, text]) => `${padded(name)}${text}`),
    ...refusedLines(refused, say, locale),
    ...(result.isInterrupted ? [say.interrupted] : []),
  ];
}

function comparisonRow(one: Comparison, say: Words): readonly [string, string] {
  const { name, ours, logs, agree, compared } = one;
  const title = name in say ? say[name as keyof Words] : name;
  // Rounded down: 100% is said of nothing less.
  const share = `${(Math.floor((1000 * agree) / compared) / 10).toFixed(1)}%`;
  const agreement = `${say.agree} ${share}${say.open}${figure(agree)} / ${figure(compared)}${say.close}`;
  return [title, `${say.ours} ${figure(ours)} · ${say.logs} ${figure(logs)} · ${agreement}`];
}

function timesOf({ readingMs, decidingMs, writingMs, totalMs }: ImportTimes, say: Words): string {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const parts = [
    `${say.reading} ${seconds(readingMs)}`,
    `${say.deciding} ${seconds(decidingMs)}`,
    `${say.writing} ${seconds(writingMs)}${say.open}${say.beside}${say.close}`,
  ];
  return `${parts.join(' · ')} · ${say.total} ${seconds(totalMs)}`;
}

function refusedLines(refused: readonly RefusedRow[], say: Words, locale: Locale): readonly string[] {
  const lines = refused.slice(0, namedRefusals).map(({ file, key = '', cause, issues }) => {
    const why = issues.map((found) => formatIssue(found, locale)).join(' ');
    return `✗ ${say.row} ${file.place}  ${key}  ${cause}  ${why}`;
  });
  const more = refused.length - lines.length;
  return more > 0 ? [...lines, `  ${say.more} ${figure(more)}${say.open}--refused FILE${say.close}`] : lines;
}

/** The sum and its parts, the most frequent first. */
function counts(of: Counts, say: Words): string {
  const parts = Object.entries(of).toSorted(([, left], [, right]) => right - left);
  const sum = parts.reduce((total, [, times]) => total + times, 0);
  if (sum === 0) return '0';
  return `${figure(sum)}${say.is}${parts.map(([name, times]) => `${name} ${figure(times)}`).join(say.comma)}`;
}

function figure(value: number): string {
  return value.toLocaleString('en');
}

/** A Chinese character takes two places on a terminal. */
function padded(name: string): string {
  const width = [...name].reduce((sum, letter) => sum + (/[\u2E80-\uFFEF]/.test(letter) ? 2 : 1), 0);
  return name + ' '.repeat(Math.max(2, 16 - width));
}
