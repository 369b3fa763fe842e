import type { Entry, Workflow } from '@paidan/engine';
import { fillPattern, isJsonObject, type Json, type JsonObject, type Text } from '@paidan/engine/issue';
import type { TimelineView } from '../../contract/work-orders.ts';
import { visibleValue } from '../../gate/visible-record.ts';
import type { JournalRow } from '../../store/journal-rows.ts';
import { fieldTitles } from './field-titles.ts';
import type { Telling } from './sentence.ts';
import { sentenceOf } from './sentence-of.ts';
import { titlesOf } from './titles.ts';

export interface TimelineReader {
  readonly workflow: Workflow;
  readonly roles: readonly string[];
  readonly names: { readonly [personId: string]: string };
}

/** The journal as people read it: one item per decision, its weightiest fact first, every fact among the details. */
export function timelineOf(rows: readonly JournalRow[], reader: TimelineReader): readonly TimelineView[] {
  const telling = tellingFor(reader);
  return rows.map((row) => {
    const details = row.entries.map((entry) => ({
      kind: entry.kind,
      sentence: spoken(entry, telling),
      entry: visibleEntry(entry, reader),
    }));
    const chief = chiefOf(row.entries);
    const sentence = chief === undefined ? { 'zh-CN': '已记录', en: 'Noted' } : spoken(chief, telling);
    const { seq, at, actor } = row;
    const group = chief === undefined ? 'system' : groupOf(chief);
    return { seq, at, actor: { id: actor.id, name: actor.name }, group, sentence, details };
  });
}

/** An entry with only those record values its reader may see. */
export function visibleEntry(entry: Entry, { workflow, roles }: TimelineReader): JsonObject {
  const { ...plain } = entry;
  if (entry.kind === 'condition-asked') {
    const reads = Object.entries(entry.reads).flatMap(([name, value]) => {
      const seen = visibleRead(name, value, { workflow, roles });
      return seen === undefined ? [] : [[name, seen] as const];
    });
    return { ...plain, reads: Object.fromEntries(reads) };
  }
  if (entry.kind !== 'field-changed') return plain;
  const { before, after, ...rest } = entry;
  const cut = (value: Json | undefined) =>
    value === undefined ? undefined : visibleValue(workflow, roles, { pointer: entry.pointer, value })?.value;
  const [was, is] = [cut(before), cut(after)];
  return {
    ...rest,
    ...(was === undefined ? {} : { before: was }),
    ...(is === undefined ? {} : { after: is }),
  };
}

function visibleRead(name: string, value: Json, reader: Pick<TimelineReader, 'workflow' | 'roles'>) {
  if (!name.startsWith('record.') && name !== 'record') return value;
  const pointer = name.slice('record'.length).replaceAll('.', '/');
  return visibleValue(reader.workflow, reader.roles, { pointer, value })?.value;
}

function tellingFor(reader: TimelineReader): Telling {
  const { workflow, roles, names } = reader;
  const fields = fieldTitles(workflow);
  return {
    titles: titlesOf(workflow),
    name: (id) => names[id] ?? id,
    field: (pointer) => fields.title(pointer),
    value: (pointer, value) => {
      const seen = visibleValue(workflow, roles, { pointer, value: value as Json })?.value;
      return seen === undefined ? undefined : worded(seen, (one) => fields.choice(pointer, one));
    },
  };
}

function worded(value: Json, choice: (value: string) => Text | undefined): Text {
  if (typeof value === 'string') return choice(value) ?? value;
  if (typeof value === 'boolean') return value ? { 'zh-CN': '是', en: 'yes' } : { 'zh-CN': '否', en: 'no' };
  if (typeof value === 'number') return String(value);
  if (value === null) return { 'zh-CN': '空', en: 'empty' };
  if (Array.isArray(value)) return { 'zh-CN': `${value.length} 项`, en: `${value.length} entries` };
  return isJsonObject(value) ? { 'zh-CN': '已填写', en: 'given' } : '';
}

function spoken(entry: Entry, telling: Telling) {
  const { pattern, data } = sentenceOf(entry, telling);
  return {
    'zh-CN': fillPattern(pattern['zh-CN'], data, 'zh-CN'),
    en: fillPattern(pattern.en, data, 'en'),
  };
}

// What a reader looks for first; what is not named here is machinery, and heads an item only when it is alone.
const weight: { readonly [kind in Entry['kind']]?: number } = {
  started: 10,
  ended: 9,
  overridden: 9,
  escalated: 8,
  assigned: 7,
  'incident-opened': 7,
  'offer-accepted': 7,
  'offer-declined': 7,
  'offer-made': 6,
  'vote-cast': 6,
  'proof-given': 6,
  'message-sent': 6,
  commented: 6,
  'moved-in-field': 6,
  'appointment-set': 6,
  'event-heard': 6,
  suspended: 6,
  resumed: 6,
  'effect-settled': 5,
  'answers-given': 5,
  'clock-breached': 5,
  'clock-warned': 4,
  'step-entered': 3,
  'effect-attempted': 3,
  'field-changed': 2,
};

function chiefOf(entries: readonly Entry[]): Entry | undefined {
  const byWeight = (one: Entry, other: Entry) => (weight[other.kind] ?? 1) - (weight[one.kind] ?? 1);
  return [...entries].sort(byWeight)[0];
}

function groupOf({ kind }: Entry): TimelineView['group'] {
  if (kind === 'message-sent' || kind === 'commented') return 'messages';
  if (kind.startsWith('effect-') || kind.startsWith('incident-')) return 'outside';
  if (kind === 'field-changed' || kind === 'answers-given' || kind === 'draft-saved') return 'fields';
  if (kind.startsWith('clock-') || kind.startsWith('timer-') || kind === 'condition-asked') return 'system';
  return 'flow';
}
