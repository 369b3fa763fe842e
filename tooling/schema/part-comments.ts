import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../packages/engine/src/author/definition/', import.meta.url);

/** What the sources say about each shape: the name of the shape's constant to its doc comment as one paragraph. */
export function partComments(): { readonly [shape: string]: string } {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sources = files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .sort()
    .map((file) => readFileSync(new URL(file.replaceAll('\\', '/'), folder), 'utf8'));
  const documented = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n(?:export )?const (\w+)/g;
  return Object.fromEntries(
    sources.flatMap((source) =>
      [...source.matchAll(documented)].map(([, comment = '', name = '']) => [name, asParagraph(comment)]),
    ),
  );
}

function asParagraph(comment: string): string {
  return comment
    .split('\n')
    .map((line) => line.replace(/^\s*\*?\s?/, '').trim())
    .filter((line) => line !== '')
    .join(' ');
}
