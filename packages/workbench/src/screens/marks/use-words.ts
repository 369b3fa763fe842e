import { inLocale, type Locale, type Text } from '@paidan/engine/issue';
import { useTranslation } from 'react-i18next';
import type { Saying } from '../../generate/say-value.ts';

export interface ReaderWords {
  /** A sentence of the screens. */
  readonly t: (key: string, values?: { readonly [name: string]: string | number }) => string;
  /** A text of a document. */
  readonly say: (text: Text | undefined) => string;
  readonly locale: Locale;
  readonly saying: Saying;
}

/** The reader's language, for sentences of the screens and texts of documents alike. */
export function useWords(): ReaderWords {
  const { t, i18n } = useTranslation();
  const locale: Locale = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return {
    t: (key, values) => t(key, { ...values }),
    say: (text) => inLocale(text, locale),
    locale,
    saying: { locale, timeZone },
  };
}
