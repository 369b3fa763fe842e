import { bannedInPath, bannedInSymbol } from './banned-names.ts';
import { isCode, isTest, lineCount, type SourceFile } from './source-file.ts';

/** A broken habit, at a line of a file where it has one. */
export type Breach = { readonly path: string; readonly line?: number; readonly sentence: string };

const ORIGINS = ['packages/server/src/host/origin.ts', 'packages/workbench/src/app/origin.ts'];
const CHANCE_AND_CLOCK = /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\brandomUUID\b/;
const EXPORTED =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:function\*?|const|let|class|type|interface) (\w+)/;
// Spelled in two halves, so that this file does not find itself.
const UNFINISHED = new RegExp(`\\b(?:${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X'].join('|')})\\b(?!.*#\\d)`);
const ONE_MACHINE = new RegExp(
  `(?<![\\w.:/])/(?:${['work/(?:trees|main|shared|brief)', 'root/', 'home/\\w+/', 'Users/\\w+/'].join('|')})`,
);

/** What one file breaks of the habits that a reader of a file name or of a line can check. */
export function findBreaches(file: SourceFile): readonly Breach[] {
  const inLines = file.text
    .split('\n')
    .flatMap((text, index) =>
      lineSentences(file, text).map((sentence) => ({ path: file.path, line: index + 1, sentence })),
    );
  return [...fileSentences(file).map((sentence) => ({ path: file.path, sentence })), ...inLines];
}

/** The middle length of the sources that are no tests; 0 where there are none. */
export function medianLines(files: readonly SourceFile[]): number {
  const lengths = files
    .filter((file) => isCode(file) && !isTest(file))
    .map(lineCount)
    .toSorted((left, right) => left - right);
  return lengths[Math.floor(lengths.length / 2)] ?? 0;
}

function fileSentences(file: SourceFile): readonly string[] {
  if (!isCode(file)) return [];
  const stop = isTest(file) ? 600 : 400;
  const lines = lineCount(file);
  const banned = bannedInPath(file.path);
  return [
    ...(lines > stop ? [`has ${lines} lines, at most ${stop} are allowed; it holds two ideas`] : []),
    ...(banned === undefined ? [] : [`"${banned}" in a file's name says nothing; name the idea`]),
  ];
}

function lineSentences(file: SourceFile, line: string): readonly string[] {
  const found: string[] = [];
  if (ONE_MACHINE.test(line)) found.push('names a folder of one machine');
  if (!isCode(file)) return found;
  if (UNFINISHED.test(line)) found.push('is unfinished and names no issue (#number)');
  if (/^\s*export \*/.test(line)) found.push('exports everything; a door is an explicit list');
  const banned = bannedInSymbol(EXPORTED.exec(line)?.[1] ?? '');
  if (banned !== undefined) found.push(`"${banned}" in an exported name says nothing; name the idea`);
  if (mustBePure(file) && CHANCE_AND_CLOCK.test(line))
    found.push('takes time, ids or chance outside an origin');
  return found;
}

/** Stand-ins in `examples` are the outside world and keep their own time; tests, bench and tooling may. */
function mustBePure(file: SourceFile): boolean {
  return file.path.startsWith('packages/') && !isTest(file) && !ORIGINS.includes(file.path);
}
