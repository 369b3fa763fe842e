export type Locale = 'zh-CN' | 'en';

/** Chinese unless asked otherwise: by `--locale`, else by the language the terminal is set to. */
export function localeOf(asked: string | undefined, environment: NodeJS.ProcessEnv): Locale {
  if (asked !== undefined) return asked.startsWith('en') ? 'en' : 'zh-CN';
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const set = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '') ?? '';
  return set.startsWith('en') ? 'en' : 'zh-CN';
}
