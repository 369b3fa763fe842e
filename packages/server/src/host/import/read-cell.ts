import type { ImportMap } from '@paidan/engine';
import { type Checked, issue, type Json, pointerOf } from '@paidan/engine/issue';
import { timeZoneOf } from '@paidan/engine/time';
import { dateReader } from './date-pattern.ts';

type ColumnKind = NonNullable<ImportMap['source']['columns']>[string];

/** The value of a cell, or what should have stood there. An absent word is `null`, never an empty text. */
export type ReadCell = (
  column: string,
  cell: Json,
) => { readonly value: Json } | { readonly expected: string };

const yes = ['true', 'yes', 'y', '1', '是'];
const no = ['false', 'no', 'n', '0', '否'];
const decimal = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** How the cells of a source are read, or that its dates cannot be. */
export function cellReader(source: ImportMap['source']): Checked<ReadCell> {
  const { absent = [''], columns = {}, zone = 'UTC', dates } = source;
  const timeZone = timeZoneOf(zone);
  if (timeZone === undefined) {
    return { issues: [issue('import/unknown-zone', pointerOf('source', 'zone'), { zone })] };
  }
  const reader = dateReader(dates, timeZone);
  if (reader === undefined) {
    const pattern = dates ?? '';
    return { issues: [issue('import/unreadable-date-pattern', pointerOf('source', 'dates'), { pattern })] };
  }
  const words = new Set(absent);
  const kinds: { readonly [kind in ColumnKind]: (text: string) => Json | undefined } = {
    text: (text) => text,
    number: (text) => (decimal.test(text) ? Number(text) : undefined),
    yesNo: readYesNo,
    instant: reader.instant,
    date: reader.date,
  };
  const value: ReadCell = (column, cell) => {
    const text = typeof cell === 'string' ? cell.trim() : cell;
    if (text === null || (typeof text === 'string' && words.has(text))) return { value: null };
    const kind = Object.hasOwn(columns, column) ? (columns[column] ?? 'text') : 'text';
    if (typeof text !== 'string') return { value: text };
    const read = kinds[kind](text);
    return read === undefined ? { expected: sayKind(kind, dates) } : { value: read };
  };
  return { value, issues: [] };
}

function readYesNo(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  if (yes.includes(lower)) return true;
  return no.includes(lower) ? false : undefined;
}

function sayKind(kind: ColumnKind, dates = 'ISO 8601'): string {
  return kind === 'instant' || kind === 'date' ? `${kind} (${dates})` : kind;
}
