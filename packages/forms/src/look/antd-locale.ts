import type { Locale } from '@paidan/engine/issue';
import type { ConfigProviderProps } from 'antd';
import enUS from 'antd/es/locale/en_US.js';
import zhCN from 'antd/es/locale/zh_CN.js';

type AntdLocale = NonNullable<ConfigProviderProps['locale']>;

/** antd's own words. Bundlers see its files as ES modules, Node's rules see them as CommonJS: both shapes are read. */
export function antdLocale(locale: Locale): AntdLocale {
  return plain(locale === 'en' ? enUS : zhCN);
}

function plain(found: AntdLocale | { readonly default: AntdLocale }): AntdLocale {
  return 'default' in found ? found.default : found;
}
