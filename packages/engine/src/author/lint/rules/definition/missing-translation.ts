import { issue } from '../../../../issue/issue.ts';
import { isJsonObject } from '../../../../issue/json.ts';
import { pointerOf } from '../../../../issue/json-pointer.ts';
import { quickFix } from '../../quick-fix.ts';
import { lintRule } from '../../rule.ts';

/** A text written per language has every language of the workflow; a plain string is the same in all of them. */
export const missingTranslation = lintRule('definition/missing-translation', ({ locales }, { reading }) =>
  reading.marked.flatMap(({ is, pointer, value }) => {
    if (is !== 'text' || !isJsonObject(value)) return [];
    const [taken] = Object.values(value);
    return locales
      .filter((locale) => !Object.hasOwn(value, locale) || value[locale] === '')
      .map((locale) => {
        const path = pointer + pointerOf(locale);
        const title = { 'zh-CN': '先沿用已有的文字', en: 'Take over the text there is' };
        const fix = quickFix(title, { op: 'add', path, value: taken ?? '' });
        return issue('definition/missing-translation', pointer, { locale, fix });
      });
  }),
);
