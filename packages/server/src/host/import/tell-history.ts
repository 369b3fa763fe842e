import { type Issue, inLocale, issue, type JsonObject } from '@paidan/engine/issue';
import { applyMapping } from '@paidan/engine/mapping';
import type { Instant } from '@paidan/engine/time';
import type { EventWithoutEnvelope } from '../host.ts';
import type { FileRow } from './read-rows.ts';
import type { ReadyEvent, ReadyMap, TypedRow } from './ready-map.ts';
import { type RefusedRow, refusedRow, typedRow } from './refused-row.ts';

/** One event a row recorded; an event whose payload cannot be written has issues in its place. */
export interface Happening {
  readonly name: string;
  readonly commandId: string;
  readonly at: Instant;
  readonly event?: EventWithoutEnvelope;
  readonly issues: readonly Issue[];
}

/** What the rows of one outside number tell, in their order. */
export interface History {
  readonly key: string;
  readonly createdAt: Instant;
  readonly record: JsonObject;
  readonly happenings: readonly Happening[];
  readonly isClosed: boolean;
  /** The last row, to hold ours against, and its instant. */
  readonly last: JsonObject;
  readonly lastAt: Instant;
}

export interface ToldHistory {
  /** Absent when no row of the key can be used. */
  readonly history?: History;
  readonly refused: readonly RefusedRow[];
}

/**
 * The history of one outside number. The record comes from its first row alone, so that nothing known only later leaks
 * back. A row that is refused is as if it were not there.
 */
export function tellHistory(ready: ReadyMap, key: string, files: readonly FileRow[]): ToldHistory {
  const { rows, refused } = usableRows(ready, key, files);
  const first = rows[0];
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return { refused };
  const createdAt = instantIn(first, ready.createdColumn) ?? instantIn(first, ready.atColumn);
  const at = createdAt ?? '';
  const { value: record, issues } = applyMapping(ready.map.fields, { row: first.row }, { at });
  if (record === undefined || createdAt === undefined) {
    const cause = issues.length > 0 ? issues : [noInstant(ready.createdColumn)];
    const all = files.filter((file) => !refused.some((row) => row.file === file));
    return { refused: [...refused, ...all.map((file) => refusedRow(file, cause, key))] };
  }
  const happenings = ready.map.rows === 'event' ? happeningsOf(ready, rows) : [];
  const isClosed = ready.closed?.({ row: first.row }) ?? false;
  const lastAt = instantIn(last, ready.atColumn) ?? createdAt;
  return { history: { key, createdAt, record, happenings, isClosed, last: last.row, lastAt }, refused };
}

interface UsableRows {
  readonly rows: readonly TypedRow[];
  readonly refused: readonly RefusedRow[];
}

function usableRows(ready: ReadyMap, key: string, files: readonly FileRow[]): UsableRows {
  const rows: TypedRow[] = [];
  const refused: RefusedRow[] = [];
  for (const file of files) {
    const typed = typedRow(ready, file);
    if (!('row' in typed)) refused.push(refusedRow(file, typed, key));
    else {
      const cause = refusalOf(ready, typed, rows.length, key);
      if (cause === undefined) rows.push(typed);
      else refused.push({ file, key, ...cause });
    }
  }
  return { rows: rows.toSorted((left, right) => compareRows(ready, left, right)), refused };
}

function refusalOf(
  ready: ReadyMap,
  { row }: TypedRow,
  before: number,
  key: string,
): Pick<RefusedRow, 'cause' | 'issues'> | undefined {
  const name = ready.refuse.find(({ holds }) => holds({ row }))?.name;
  if (name !== undefined) return { cause: name, issues: [issue('import/refused-by-name', '', { name })] };
  if (typeof row[ready.atColumn] !== 'string') {
    return { cause: 'import/no-instant', issues: [noInstant(ready.atColumn)] };
  }
  if (ready.map.rows === 'workOrder' && before > 0) {
    return { cause: 'import/repeated-key', issues: [issue('import/repeated-key', '', { key })] };
  }
  return undefined;
}

function noInstant(column: string): Issue {
  return issue('import/no-instant', `/${column}`, { column });
}

/** Absent sorts first; numbers by size, texts by their code points; equal rows by place. */
function compareRows({ order }: ReadyMap, left: TypedRow, right: TypedRow): number {
  for (const read of order) {
    const [one, other] = [read(left), read(right)];
    if (one === other) continue;
    if (one === null) return -1;
    if (other === null) return 1;
    return one < other ? -1 : 1;
  }
  return left.place - right.place;
}

function happeningsOf(ready: ReadyMap, rows: readonly TypedRow[]): readonly Happening[] {
  return rows.flatMap((typed, index) => {
    const previous = rows[index - 1]?.row;
    const facts = { row: typed.row, ...(previous === undefined ? {} : { previous }) };
    const recorded = ready.events.filter(({ when }) => when(facts));
    const { otherwise } = ready;
    const sent = recorded.length === 0 && otherwise !== undefined ? [otherwise] : recorded;
    return sent.map((event) => happening(ready, typed, event, facts));
  });
}

function happening(
  { map, atColumn }: ReadyMap,
  typed: TypedRow,
  { id, send, payload = {} }: ReadyEvent,
  facts: JsonObject,
): Happening {
  const at = instantIn(typed, atColumn) ?? '';
  const named = { name: send, commandId: `import/${typed.place}/${id}`, at };
  const { value, issues } = applyMapping(payload, facts, { at });
  if (value === undefined) return { ...named, issues };
  if (send !== 'comment') return { ...named, event: { kind: 'send', event: send, payload: value }, issues };
  const { text } = value;
  const source = `${inLocale(map.title, 'zh-CN')} · ${typed.place}`;
  return {
    ...named,
    event: { kind: 'comment', text: typeof text === 'string' ? text : source },
    issues,
  };
}

function instantIn({ row }: TypedRow, column: string): Instant | undefined {
  const value = row[column];
  return typeof value === 'string' ? value : undefined;
}
