import type { Entry } from '@paidan/engine';
import type { JsonObject, MessagePattern, Text } from '@paidan/engine/issue';
import type { Titles } from './titles.ts';

/** A sentence with holes and what fills them. */
export interface Sentence {
  readonly pattern: MessagePattern;
  readonly data: JsonObject;
}

/** Whom a sentence is said for: what ids are called, who people are, what of a field may be read. */
export interface Telling {
  readonly titles: Titles;
  readonly name: (personId: string) => string;
  /** A value of the record as this reader may see it, said in words; `undefined` when withheld. */
  readonly value: (pointer: string, value: unknown) => Text | undefined;
  readonly field: (pointer: string) => Text;
}

export type EntryOf<Kind extends Entry['kind']> = Extract<Entry, { readonly kind: Kind }>;

export function say(zh: string, en: string, data: JsonObject = {}): Sentence {
  return { pattern: { 'zh-CN': zh, en }, data };
}
