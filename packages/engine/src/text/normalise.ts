import { simplify } from './simplified.ts';

/** A text in the form in which words are compared, and the way back to the text as it was typed. */
export interface NormalisedText {
  readonly text: string;
  /** For each UTF-16 unit of `text`: where the typed character it came from begins and ends, in UTF-16 units. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;
const HAN = /\p{Script=Han}/u;

/**
 * NFKC, lower case, traditional characters simplified, blanks between Han characters removed, other runs of blanks one
 * space. Same bytes in every runtime of the same Unicode version: nothing depends on a locale.
 */
export function normaliseText(typed: string): NormalisedText {
  const letters = lettersOf(typed);
  const text: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  letters.forEach(({ letter, start, end }, index) => {
    if (letter === ' ' && isDroppedBlank(letters, index)) return;
    text.push(letter);
    for (let unit = 0; unit < letter.length; unit++) {
      starts.push(start);
      ends.push(end);
    }
  });
  return { text: text.join(''), starts, ends };
}

interface Letter {
  readonly letter: string;
  readonly start: number;
  readonly end: number;
}

function lettersOf(typed: string): readonly Letter[] {
  const letters: Letter[] = [];
  for (const { 0: cluster, index: start } of typed.matchAll(CLUSTER)) {
    for (const character of cluster.normalize('NFKC').toLowerCase()) {
      const letter = /\s/u.test(character) ? ' ' : simplify(character);
      letters.push({ letter, start, end: start + cluster.length });
    }
  }
  return letters;
}

/** A blank goes at the edge, after another blank, and between two Han characters, where people type it by habit. */
function isDroppedBlank(letters: readonly Letter[], index: number): boolean {
  const before = letters[index - 1]?.letter;
  if (before === undefined || before === ' ') return true;
  const after = letters.slice(index).find(({ letter }) => letter !== ' ')?.letter;
  return after === undefined || (HAN.test(before) && HAN.test(after));
}
