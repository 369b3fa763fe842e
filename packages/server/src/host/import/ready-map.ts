import type { ImportMap } from '@paidan/engine';
import { type CompiledExpression, compileExpression, freeVariables } from '@paidan/engine/expression';
import { type Checked, type Json, type JsonObject, readOwn } from '@paidan/engine/issue';
import type { Mapping } from '@paidan/engine/mapping';
import { cellReader, type ReadCell } from './read-cell.ts';

/** A row with its cells read: numbers, yes and no, instants; `null` for what is absent. Only columns the map reads. */
export interface TypedRow {
  readonly place: number;
  readonly row: JsonObject;
}

/** A recorded event, its condition compiled. */
export interface ReadyEvent {
  readonly id: string;
  readonly when: (facts: JsonObject) => boolean;
  readonly send: string;
  readonly payload?: Mapping;
}

/** An import map made ready for a hundred thousand rows. */
export interface ReadyMap {
  readonly map: ImportMap;
  readonly readCell: ReadCell;
  /** Every column the map reads, in the order it names them. */
  readonly columns: readonly string[];
  readonly keyColumn: string;
  readonly atColumn: string;
  readonly createdColumn: string;
  /** What the rows of one key are sorted by, most significant first; the place in the file settles what is equal. */
  readonly order: readonly ((row: TypedRow) => Json)[];
  readonly refuse: readonly { readonly name: string; readonly holds: (facts: JsonObject) => boolean }[];
  readonly events: readonly ReadyEvent[];
  /** Sent for a row that recorded none of the events. */
  readonly otherwise: ReadyEvent | undefined;
  readonly closed: ((facts: JsonObject) => boolean) | undefined;
  readonly compare: readonly { readonly name: string; readonly read: CompiledExpression }[];
}

/** Compiles a parsed map; its only issues concern the pattern of dates. */
export function readyMap(map: ImportMap): Checked<ReadyMap> {
  const { value: readCell, issues } = cellReader(map.source);
  if (readCell === undefined) return { issues };
  const events = Object.entries(map.events ?? {}).map(([id, event]) => readyEvent(id, event));
  const value: ReadyMap = {
    map,
    readCell,
    columns: columnsRead(map),
    keyColumn: columnOf(map.key),
    atColumn: columnOf(map.at),
    createdColumn: columnOf(map.created ?? map.at),
    order: (map.order ?? []).map(orderOf),
    refuse: Object.entries(map.refuse ?? {}).map(([name, rule]) => ({ name, holds: condition(rule) })),
    events: events.filter(({ id }) => id !== 'otherwise'),
    otherwise: events.find(({ id }) => id === 'otherwise'),
    closed: map.closed === undefined ? undefined : condition(map.closed),
    compare: Object.entries(map.compare ?? {}).map(([name, rule]) => ({
      name,
      read: compileExpression(rule),
    })),
  };
  return { value, issues };
}

function readyEvent(id: string, event: NonNullable<ImportMap['events']>[string]): ReadyEvent {
  const { when = true, send, payload } = event;
  return { id, when: condition(when), send, ...(payload === undefined ? {} : { payload }) };
}

function condition(rule: Json): (facts: JsonObject) => boolean {
  const compiled = compileExpression({ '!!': [rule] });
  return (facts) => compiled(facts) === true;
}

/** `row.opened_at` → `opened_at`. */
function columnOf(read: string): string {
  return read.split('.')[1] ?? read;
}

function orderOf(read: string): (row: TypedRow) => Json {
  if (read === 'place') return ({ place }) => place;
  const column = columnOf(read);
  return ({ row }) => row[column] ?? null;
}

function columnsRead(map: ImportMap): readonly string[] {
  const { key, at, created = at, order = [], fields, events = {}, refuse = {}, compare = {} } = map;
  const rules = [
    ...Object.values(events).flatMap(({ when = true, payload = {} }) => [when, ...linesOf(payload)]),
    ...linesOf(fields),
    ...[...Object.values(refuse), ...Object.values(compare), map.closed ?? true],
  ];
  const names = [key, at, created, ...order, ...rules.flatMap(readsOf)];
  const columns = names
    .map((name) => name.split('.'))
    .filter(([root, column]) => column !== undefined && ['row', 'previous', 'last'].includes(root ?? ''));
  return [...new Set(columns.map(([, column = '']) => column))];
}

function linesOf(mapping: Mapping): readonly Json[] {
  return Object.values(mapping) as readonly Json[];
}

/** The names a condition reads, or a line of a mapping, written in full or not. */
function readsOf(rule: Json): readonly string[] {
  if (typeof rule === 'object' && rule !== null && !Array.isArray(rule)) {
    const line = rule as JsonObject;
    const from = readOwn(line, 'from');
    if (typeof from === 'string') return [from];
    const value = readOwn(line, 'value');
    if (value !== undefined) return freeVariables(value);
  }
  return freeVariables(rule);
}
