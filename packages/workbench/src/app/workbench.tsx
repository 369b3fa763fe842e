import type { Locale } from '@paidan/engine/issue';
import { type Mode, PaidanLook } from '@paidan/forms/view';
import { QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { BrowserRouter, useLocation } from 'react-router';
import { type Client, ClientProvider } from '../client/client-context.tsx';
import { createHttpClient } from '../client/http-client.ts';
import { followChanges, type LiveState } from '../client/live-updates.ts';
import type { Origin } from '../client/origin-port.ts';
import type { HostPlace } from './frame.tsx';
import { browserOrigin } from './origin.ts';
import { Pages } from './pages.tsx';
import { sheet } from './sheet.ts';
import { startWords } from './words/start-words.ts';

export interface WorkbenchProps {
  /** Where the server is mounted, without a slash at the end; the page's own origin when absent. */
  readonly url?: string;
  /** The path below which the screens live; `/` when absent. */
  readonly basePath?: string;
  /** The reader's language; the browser's when absent, Chinese unless that is English. */
  readonly locale?: Locale;
  /** Light or dark; the system's choice when absent. */
  readonly theme?: Mode;
  readonly places?: readonly HostPlace[];
  /** The page's CSP nonce for styles. */
  readonly nonce?: string;
  /** Clock and ids; the browser's own when absent. */
  readonly origin?: Origin;
  /** The browser's own when absent. */
  readonly fetch?: typeof fetch;
}

/** The running application: desk, board, phone and customer page, generated from the workflows of one server. */
export function Workbench(props: WorkbenchProps) {
  const { nonce, basePath = '/', places = [] } = props;
  const [locale, setLocale] = useState<Locale>(props.locale ?? browserLocale());
  const [mode, setMode] = useState<Mode>(props.theme ?? systemMode());
  const [words] = useState(() => startWords(locale));
  const [queries] = useState(createQueries);
  useEffect(() => {
    void words.changeLanguage(locale);
    document.documentElement.lang = locale;
  }, [words, locale]);
  return (
    <I18nextProvider i18n={words}>
      <QueryClientProvider client={queries}>
        <PaidanLook {...{ locale, mode, nonce }}>
          <style href="paidan-workbench" precedence="medium" nonce={nonce}>
            {sheet}
          </style>
          <App className="wb-app">
            <BrowserRouter basename={basePath}>
              <Connected {...props} locale={locale}>
                <Pages {...{ places, locale, mode }} onLocale={setLocale} onMode={setMode} />
              </Connected>
            </BrowserRouter>
          </App>
        </PaidanLook>
      </QueryClientProvider>
    </I18nextProvider>
  );
}

interface ConnectedProps extends WorkbenchProps {
  readonly locale: Locale;
  readonly children: ReactNode;
}

/** One client and one stream of changes for the page. */
function Connected({ url = '', origin = browserOrigin, fetch: ask, locale, children }: ConnectedProps) {
  const queries = useQueryClient();
  const { pathname } = useLocation();
  const [live, setLive] = useState<LiveState>(() => ({ state: 'reconnecting', asOf: origin.now() }));
  const isCustomer = pathname === '/c';
  const http = useMemo(
    () =>
      createHttpClient({
        url,
        origin,
        isCustomer,
        locale: () => locale,
        ...(ask === undefined ? {} : { fetch: ask }),
      }),
    [url, origin, isCustomer, locale, ask],
  );
  useEffect(
    () =>
      followChanges({
        url,
        topics: isCustomer ? ['customer'] : ['list', 'pool', 'inbox'],
        now: origin.now,
        onChanged: () => void queries.invalidateQueries(),
        onState: setLive,
      }),
    [url, origin, isCustomer, queries],
  );
  const client = useMemo<Client>(() => ({ http, origin, live }), [http, origin, live]);
  return <ClientProvider value={client}>{children}</ClientProvider>;
}

function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: 2_000, refetchOnWindowFocus: true } },
  });
}

function browserLocale(): Locale {
  return navigator.language.startsWith('en') ? 'en' : 'zh-CN';
}

function systemMode(): Mode {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
