import type { Locale } from './locale.ts';

/** A command that was called wrongly: exit code 2, with one sentence on stderr. */
export class BadUse extends Error {
  readonly text: { readonly 'zh-CN': string; readonly en: string };

  constructor(text: { readonly 'zh-CN': string; readonly en: string }) {
    super(text.en);
    this.text = text;
  }

  in(locale: Locale): string {
    return this.text[locale];
  }
}
