import { fillPattern, type JsonObject, type Locale } from '@paidan/engine/issue';

interface Sentence {
  readonly message: { readonly 'zh-CN': string; readonly en: string };
  readonly data: JsonObject;
}

/** The sentence of a finding in the reader's language. */
export function issueText({ message, data }: Sentence, locale: Locale): string {
  return fillPattern(message[locale], data, locale);
}
