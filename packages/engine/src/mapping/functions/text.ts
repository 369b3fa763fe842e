import { valueOfRule } from '../../expression/compiled-once.ts';
import { nameReader } from '../../expression/read-name.ts';
import type { Json } from '../../issue/json.ts';
import {
  absent,
  converted,
  type MappingFunction,
  onText,
  setting,
  textOf,
  wrong,
} from './mapping-function.ts';

/** Texts. Positions and lengths are code points. */
export const textFunctions: { readonly [name: string]: MappingFunction } = {
  text: (value) => {
    const text = textOf(value);
    return text === undefined ? wrong('text, a number or yes/no') : converted(text);
  },
  trim: onText((text) => {
    const trimmed = text.trim();
    return trimmed === '' ? absent : converted(trimmed);
  }),
  upper: onText((text) => converted(text.toUpperCase())),
  lower: onText((text) => converted(text.toLowerCase())),
  normaliseWidth: onText((text) => converted(normaliseWidths(text))),
  slice: onText((text, argument) => {
    const to = setting(argument, 'to');
    const points = [...text].slice(
      Number(setting(argument, 'from') ?? 0),
      to === undefined ? undefined : Number(to),
    );
    return points.length === 0 ? absent : converted(points.join(''));
  }),
  padStart: onText((text, argument) => {
    const length = Math.min(Number(setting(argument, 'length') ?? 0), 1000);
    const lacking = Math.max(0, length - [...text].length);
    return converted(padding(setting(argument, 'with')).repeat(lacking || 0) + text);
  }),
  replaceText: onText((text, argument) => {
    const find = setting(argument, 'find');
    const by = setting(argument, 'by') ?? '';
    return typeof find === 'string' && find !== '' && typeof by === 'string'
      ? converted(text.split(find).join(by))
      : wrong('the settings find and by as texts');
  }),
  concat: (value, argument, facts) => {
    const start = textOf(value);
    if (start === undefined || !Array.isArray(argument))
      return wrong('text, and a list of expressions to append');
    const parts = argument.map((rule) => textOf(valueOfRule(rule, facts)) ?? '');
    return converted(start + parts.join(''));
  },
  template: (value, argument, facts) => {
    if (typeof argument !== 'string') return wrong('a template with names in braces');
    const scope = { ...facts, value };
    return converted(
      argument.replace(
        /\{([A-Za-z][\w.]*)\}/g,
        (_, name: string) => textOf(nameReader(name)(scope) ?? null) ?? '',
      ),
    );
  },
  mask: onText((text, argument) => {
    const points = [...text];
    const start = Number(setting(argument, 'keepStart') ?? 0);
    const end = points.length - Number(setting(argument, 'keepEnd') ?? 0);
    return converted(points.map((point, index) => (index < start || index >= end ? point : '*')).join(''));
  }),
};

/** One code point; half of a surrogate pair could not be hashed or sent. */
function padding(written: Json | undefined): string {
  const [first = '0'] = textOf(written ?? null) ?? '0';
  return first;
}

/** Full-width letters, digits, signs and the ideographic blank as their plain forms; nothing else changes. */
function normaliseWidths(text: string): string {
  return text.replace(/[！-～\u3000]/gu, (wide) =>
    wide === '\u3000' ? ' ' : String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
}
