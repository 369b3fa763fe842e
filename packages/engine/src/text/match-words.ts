import { normaliseText } from './normalise.ts';

/** A word found in a normalised text; `start` and `end` are UTF-16 offsets into that text. */
export interface WordMatch {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

export type WordMatcher = (normalised: string) => readonly WordMatch[];

/**
 * A matcher for the words of terms: longest word first, leftmost match wins, no two matches overlap. Words are compared
 * as `normaliseText` writes them; one that begins or ends with a Latin letter or digit needs a word border there, so
 * that `offline` is not found in `offlined`. A word claimed by two terms belongs to the first.
 */
export function compileWords(terms: { readonly [term: string]: readonly string[] }): WordMatcher {
  const owners = new Map<string, string>();
  for (const [term, words] of Object.entries(terms)) {
    for (const word of words) {
      const { text } = normaliseText(word);
      if (text !== '' && !owners.has(text)) owners.set(text, term);
    }
  }
  if (owners.size === 0) return () => [];
  const longestFirst = [...owners.keys()].toSorted(
    (one, other) => other.length - one.length || (one < other ? -1 : 1),
  );
  const alternation = new RegExp(longestFirst.map(patternOf).join('|'), 'gu');
  return (normalised) =>
    Array.from(normalised.matchAll(alternation), ({ 0: word, index }) => ({
      term: owners.get(word) ?? '',
      start: index,
      end: index + word.length,
    }));
}

function patternOf(word: string): string {
  const escaped = word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  const before = /^[a-z0-9]/.test(word) ? '(?<![a-z0-9])' : '';
  const after = /[a-z0-9]$/.test(word) ? '(?![a-z0-9])' : '';
  return before + escaped + after;
}
