import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next/initReactI18next';
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

/** The words of the screens, of one application: several on a page do not share their language. */
export function startWords(locale: string): i18n {
  const words = createInstance();
  void words.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return words;
}
