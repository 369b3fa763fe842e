import { normaliseText } from './normalise.ts';

const RUN = /\p{Script=Han}+|[\p{L}\p{N}]+/gu;
const HAN = /^\p{Script=Han}/u;

/**
 * Search terms of a text: every two neighbouring Han characters, a lone one by itself, and words of other scripts whole.
 * The same everywhere, unlike ICU's segmentation, which cuts 黑屏 in two and differs between devices.
 */
export function hanBigrams(text: string): readonly string[] {
  const runs = normaliseText(text).text.match(RUN) ?? [];
  return runs.flatMap((run) => (HAN.test(run) ? bigrams([...run]) : splitOffHan(run)));
}

function bigrams(characters: readonly string[]): readonly string[] {
  if (characters.length === 1) return characters;
  return characters.slice(0, -1).map((character, index) => character + (characters[index + 1] ?? ''));
}

/** A run of letters can go over into Han without a blank, as in `NVR黑屏`. */
function splitOffHan(run: string): readonly string[] {
  const start = run.search(/\p{Script=Han}/u);
  return start < 0 ? [run] : [run.slice(0, start), ...hanBigrams(run.slice(start))];
}
