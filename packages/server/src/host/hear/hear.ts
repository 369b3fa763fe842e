import { acceptPush } from '@paidan/connectors';
import { hearItem } from './hear-item.ts';
import { type HearPorts, type ListenerInForce, listenersInForce } from './heard-listener.ts';

/** News from outside, as it came: the signature covers these bytes. Header names are lower case. */
export interface News {
  readonly connection: string;
  readonly path: string;
  readonly headers: { readonly [name: string]: string };
  readonly query?: { readonly [name: string]: string };
  readonly body: Uint8Array;
}

/** `heard` and `repeated` are said after COMMIT only; `repeated` raised nothing. */
export type Heard = 'heard' | 'repeated' | 'unknown' | 'bad-signature' | 'stale' | 'unreadable';

/**
 * Hears a push: its signature on the raw bytes before anything is parsed, then the change it means. The key that signed
 * says whose it is, where several tenants listen at one path. Throws where the push is only a hint and the system that
 * sent it does not answer: the sender is to come again.
 */
export async function hear(ports: HearPorts, news: News): Promise<Heard> {
  const all = await listenersInForce(ports);
  const listening = all.filter(
    ({ listener }) => listener.connection === news.connection && listener.by.webhook?.path === news.path,
  );
  let answer: Heard = 'unknown';
  for (const heard of listening) {
    answer = await hearAs(ports, heard, news);
    if (answer === 'heard' || answer === 'repeated') return answer;
  }
  return answer;
}

async function hearAs(ports: HearPorts, heard: ListenerInForce, news: News): Promise<Heard> {
  const { headers, query = {} } = news;
  const body = new TextDecoder().decode(news.body);
  const keys = await keysOf(ports, heard);
  const accepted = acceptPush(heard.listener, { headers, query, body }, { keys, at: ports.host.now() });
  if (accepted.kind === 'unreadable') return 'unreadable';
  if (accepted.kind === 'unsigned') return accepted.reason === 'stale' ? 'stale' : 'bad-signature';
  const { raised } = await hearItem(ports, heard, { item: accepted.item });
  return raised.length > 0 ? 'heard' : 'repeated';
}

async function keysOf({ outside }: HearPorts, heard: ListenerInForce): Promise<readonly string[]> {
  const { tenant, version, listener } = heard;
  const named = listener.by.webhook?.key ?? [];
  const references = 'secret' in named ? [named] : named;
  const { secret } = outside(version, { tenant });
  const keys = await Promise.all(references.map((reference) => secret(reference.secret)));
  return keys.filter((key) => key !== undefined);
}
