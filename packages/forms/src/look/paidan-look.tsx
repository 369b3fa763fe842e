import type { Locale } from '@paidan/engine/issue';
import { ConfigProvider } from 'antd';
import { type CSSProperties, type ReactNode, useMemo } from 'react';
import { antdLocale } from './antd-locale.ts';
import { formCss } from './form-css.ts';
import { fontFamily, paidanTheme } from './paidan-theme.tsx';
import type { Mode } from './palette.ts';

export interface PaidanLookProps {
  readonly locale: Locale;
  /** `light` when left out. */
  readonly mode?: Mode;
  /** The page's CSP nonce for styles. */
  readonly nonce?: string | undefined;
  readonly children: ReactNode;
}

type OwnStyle = CSSProperties & { readonly '--pd-font': string };
const ownStyle: OwnStyle = { '--pd-font': fontFamily };

/** Paidan's look around a page: antd's tokens and language, own variables (`--pd-*`), and the forms' CSS. */
export function PaidanLook({ locale, mode = 'light', nonce, children }: PaidanLookProps) {
  const theme = useMemo(() => paidanTheme(mode), [mode]);
  return (
    <ConfigProvider
      theme={theme}
      locale={antdLocale(locale)}
      button={{ autoInsertSpace: false }}
      {...(nonce === undefined ? {} : { csp: { nonce } })}
    >
      <style href="paidan-forms" precedence="medium" nonce={nonce}>
        {formCss}
      </style>
      <div className="pd-look" data-mode={mode} lang={locale} style={ownStyle}>
        {children}
      </div>
    </ConfigProvider>
  );
}
