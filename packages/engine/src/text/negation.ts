import { compileWords, type WordMatch, type WordMatcher } from './match-words.ts';

/** Words that turn a statement round, and words that only look as if they did. */
export interface NegationWords {
  /** How many code points ahead of the term a `before` word may begin. */
  readonly window: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly unless?: readonly string[];
  readonly asks?: readonly string[];
}

export type Assertion = 'stated' | 'denied' | 'asked';

/** Says of each match in a normalised text whether it is stated, denied or asked; in the order of the matches. */
export type AssertionReader = (normalised: string, matches: readonly WordMatch[]) => readonly Assertion[];

const CLAUSE_END = /[,.。;!?、\n]|但|不过|而是|所以|导致/gu;

/**
 * Negation by words within the clause, after the idea of NegEx (Chapman, Bridewell, Hanbury, Cooper and Buchanan, 2001:
 * "A simple algorithm for identifying negated findings and diseases in discharge summaries").
 *
 * A `before` word beginning at most `window` code points ahead denies, an `after` word behind denies, two deny each
 * other away. Characters of a matched term, of an `unless` word and of an `asks` word never negate.
 */
export function compileNegation(words: NegationWords): AssertionReader {
  const before = compileWords({ before: words.before });
  const after = compileWords({ after: words.after });
  const neutral = compileWords({ unless: words.unless ?? [], asks: words.asks ?? [] });
  return (normalised, matches) => {
    const kept = neutral(normalised);
    const covered = [...matches, ...kept];
    const asks = kept.filter(({ term }) => term === 'asks');
    const clauses = clausesOf(normalised, covered);
    const deniers = { before: free(before, normalised, covered), after: free(after, normalised, covered) };
    return matches.map((match) => {
      const clause = clauses.find(({ end }) => match.start < end) ?? { start: 0, end: normalised.length };
      const isInside = (other: WordMatch) => other.start >= clause.start && other.end <= clause.end;
      if (asks.some((ask) => isInside(ask) && ask.end <= match.start)) return 'asked';
      const ahead = deniers.before.filter(
        (word) => isInside(word) && word.end <= match.start && isNear(normalised, word, match, words.window),
      );
      const behind = deniers.after.filter((word) => isInside(word) && word.start >= match.end);
      return (ahead.length + behind.length) % 2 === 1 ? 'denied' : 'stated';
    });
  };
}

function isNear(text: string, word: WordMatch, match: WordMatch, window: number): boolean {
  return [...text.slice(word.start, match.start)].length <= window;
}

/** Matches that share no character with what is already spoken for. */
function free(matcher: WordMatcher, text: string, covered: readonly WordMatch[]): readonly WordMatch[] {
  return matcher(text).filter(
    (word) => !covered.some(({ start, end }) => word.start < end && word.end > start),
  );
}

interface Clause {
  readonly start: number;
  readonly end: number;
}

function clausesOf(text: string, covered: readonly WordMatch[]): readonly Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (const { 0: word, index } of text.matchAll(CLAUSE_END)) {
    if (covered.some((match) => index >= match.start && index < match.end)) continue;
    clauses.push({ start, end: index });
    start = index + word.length;
  }
  clauses.push({ start, end: text.length });
  return clauses;
}
