import { Readable } from 'node:stream';
import type { ImportMap } from '@paidan/engine';
import { isJsonObject, type Json, type JsonObject } from '@paidan/engine/issue';
import { CsvError, parse } from 'csv-parse';

/** One row as the file has it: its place, counted from 1 after the header, and its cells by column. */
export interface FileRow {
  readonly place: number;
  readonly cells: JsonObject;
}

/** A file that breaks off in the middle: what was read before stands, what follows is unknown. */
export class UnreadableRows extends Error {
  readonly place: number;
  constructor(place: number, reason: string) {
    super(reason);
    this.name = 'UnreadableRows';
    this.place = place;
  }
}

/** The rows of a text, as they come. Throws `UnreadableRows` where the text is no such file. */
export function readRows(
  text: AsyncIterable<string>,
  { kind, delimiter = ',' }: ImportMap['source'],
): AsyncIterable<FileRow> {
  return kind === 'csv' ? readCsv(text, delimiter) : readNdjson(text);
}

async function* readCsv(text: AsyncIterable<string>, delimiter: string): AsyncIterable<FileRow> {
  const intern = interner();
  let columns: readonly string[] | undefined;
  let place = 0;
  try {
    for await (const cells of Readable.from(text).pipe(
      parse({ delimiter, bom: true, skip_empty_lines: true }),
    )) {
      if (columns === undefined) {
        columns = (cells as readonly string[]).map((name) => name.trim());
        continue;
      }
      place += 1;
      yield { place, cells: rowOf(columns, cells, intern) };
    }
  } catch (cause) {
    if (cause instanceof CsvError) throw new UnreadableRows(place + 1, cause.message);
    throw cause;
  }
}

function rowOf(
  columns: readonly string[],
  cells: readonly string[],
  intern: (cell: string) => string,
): JsonObject {
  const row: { [column: string]: Json } = {};
  for (const [index, column] of columns.entries()) row[column] = intern(cells[index] ?? '');
  return row;
}

async function* readNdjson(text: AsyncIterable<string>): AsyncIterable<FileRow> {
  let place = 0;
  for await (const line of linesOf(text)) {
    if (line.trim() === '') continue;
    place += 1;
    yield { place, cells: parseLine(line, place) };
  }
}

function parseLine(line: string, place: number): JsonObject {
  try {
    const value: unknown = JSON.parse(line);
    if (isJsonObject(value as Json)) return value as JsonObject;
  } catch (cause) {
    throw new UnreadableRows(place, cause instanceof Error ? cause.message : String(cause));
  }
  throw new UnreadableRows(place, 'a line must be a JSON object');
}

async function* linesOf(text: AsyncIterable<string>): AsyncIterable<string> {
  let rest = '';
  for await (const piece of text) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
}

// The same few thousand words fill a log of any length; held once each they cost a pointer per cell. A slice of the
// file's text would hold all of that text.
function interner(): (cell: string) => string {
  const known = new Map<string, string>();
  return (cell) => {
    const found = known.get(cell);
    if (found !== undefined) return found;
    known.set(cell, cell);
    return cell;
  };
}
