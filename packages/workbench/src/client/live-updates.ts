/** ● heard within 20 s · ◐ trying again · ○ no network; `asOf` is when something was last heard. */
export interface LiveState {
  readonly state: 'live' | 'reconnecting' | 'offline';
  readonly asOf: number;
}

export interface LiveSettings {
  readonly url: string;
  readonly topics: readonly string[];
  readonly now: () => number;
  readonly onChanged: () => void;
  readonly onState: (state: LiveState) => void;
}

const atMostEveryMs = 250;
const pollEveryMs = 10_000;

/**
 * Turns events into fresh questions: at most four a second, one after every gap, and a slow question in place of the
 * stream while there is none. Returns how to stop.
 */
export function followChanges({ url, topics, now, onChanged, onState }: LiveSettings): () => void {
  let asOf = now();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let isOpen = false;
  const changed = () => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      onChanged();
    }, atMostEveryMs);
  };
  const say = () => {
    if (isOpen) onState({ state: 'live', asOf });
    else onState({ state: navigator.onLine ? 'reconnecting' : 'offline', asOf });
  };
  const heard = (isNowOpen: boolean) => {
    if (isNowOpen) asOf = now();
    isOpen = isNowOpen;
    say();
  };
  const as = topics.includes('customer') ? '&as=customer' : '';
  const source = new EventSource(`${url}/api/events?topics=${encodeURIComponent(topics.join(','))}${as}`);
  source.addEventListener('open', () => {
    heard(true);
    changed();
  });
  source.addEventListener('reset', changed);
  source.addEventListener('changed', () => {
    heard(true);
    changed();
  });
  source.addEventListener('error', () => heard(false));
  const poll = setInterval(() => {
    if (!isOpen) changed();
  }, pollEveryMs);
  window.addEventListener('online', say);
  window.addEventListener('offline', say);
  return () => {
    source.close();
    clearInterval(poll);
    clearTimeout(waiting);
    window.removeEventListener('online', say);
    window.removeEventListener('offline', say);
  };
}
