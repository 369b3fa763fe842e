import { issue } from '../../../../issue/issue.ts';
import { isJsonObject } from '../../../../issue/json.ts';
import { lintRule } from '../../rule.ts';

/** Every language of a text has the same placeholders: one that is missing hides a fact from half of the readers. */
export const placeholderDiffers = lintRule('definition/placeholder-differs', (_, { reading }) =>
  reading.marked.flatMap(({ is, pointer, value }) => {
    if (is !== 'text' || !isJsonObject(value)) return [];
    const sets = Object.values(value).map((text) => placeholdersOf(String(text)));
    const all = [...new Set(sets.flat())];
    const differing = all.filter((name) => sets.some((names) => !names.includes(name)));
    return differing.length === 0
      ? []
      : [issue('definition/placeholder-differs', pointer, { names: differing })];
  }),
);

function placeholdersOf(text: string): readonly string[] {
  return [...text.matchAll(/\{([A-Za-z][\w.-]*)(?=[}|,])/g)].map(([, name = '']) => name);
}
