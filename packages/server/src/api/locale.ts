import type { Locale } from '@paidan/engine/issue';

/** The language of an answer: the person's own setting, else the better liked of ours in `Accept-Language`, else Chinese. */
export function localeOf(acceptLanguage: string | null | undefined, setting?: Locale): Locale {
  if (setting !== undefined) return setting;
  const wishes = (acceptLanguage ?? '').split(',').map(readWish);
  const known = wishes.filter(({ tag, quality }) => quality > 0 && /^(zh|en)\b/.test(tag));
  const [best] = known.sort((left, right) => right.quality - left.quality);
  return best?.tag.startsWith('en') === true ? 'en' : 'zh-CN';
}

function readWish(wish: string): { readonly tag: string; readonly quality: number } {
  const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';');
  const quality = parameters
    .map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1])
    .find((text) => text !== undefined);
  return { tag, quality: quality === undefined ? 1 : Number(quality) };
}
