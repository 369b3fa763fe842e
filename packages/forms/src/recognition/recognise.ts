import type { Recogniser } from '@paidan/engine/definition';
import {
  type Assertion,
  type AssertionReader,
  compileNegation,
  compileWords,
  normaliseText,
  type WordMatcher,
} from '@paidan/engine/text';

/** A term found in a text. Only `stated` ones tag; offsets are UTF-16 units of the text as it was typed. */
export interface Recognition {
  readonly term: string;
  readonly status: Assertion;
  readonly start: number;
  readonly end: number;
}

interface Reader {
  readonly match: WordMatcher;
  readonly assert: AssertionReader;
}

// A recogniser's words are made ready once; the definition is immutable and outlives them.
const readers = new WeakMap<Recogniser, Reader>();

/** The terms of a text in its order, each stated, denied or asked. */
export function recognise(recogniser: Recogniser, typed: string): readonly Recognition[] {
  const { match, assert } = readerOf(recogniser);
  const { text, starts, ends } = normaliseText(typed);
  const matches = match(text);
  const assertions = assert(text, matches);
  return matches.map(({ term, start, end }, index) => ({
    term,
    status: assertions[index] ?? 'stated',
    start: starts[start] ?? 0,
    end: ends[end - 1] ?? typed.length,
  }));
}

function readerOf(recogniser: Recogniser): Reader {
  const known = readers.get(recogniser);
  if (known !== undefined) return known;
  const words = Object.fromEntries(
    Object.entries(recogniser.terms).map(([term, { words }]) => [term, words]),
  );
  const negation = recogniser.negation ?? { window: 0, before: [], after: [] };
  const reader = { match: compileWords(words), assert: compileNegation(negation) };
  readers.set(recogniser, reader);
  return reader;
}
