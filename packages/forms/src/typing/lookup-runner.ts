import type { LookupAnswer } from '@paidan/engine';
import type { DueLookup } from '../lookup/due-lookups.ts';
import type { LookupPort, LookupReply } from './lookup-port.ts';

/** While somebody types, a question waits at least this long, whatever the form says. */
const typingPauseMs = 250;

interface Running {
  readonly lookup: DueLookup;
  readonly stop: AbortController;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export interface RunnerEvents {
  readonly port: LookupPort | undefined;
  readonly onAnswer: (lookupId: string, answer: LookupAnswer) => void;
  readonly onAsking: (lookupIds: readonly string[]) => void;
}

/** Asks what is due, each question once, and drops what comes too late. */
export class LookupRunner {
  readonly #events: RunnerEvents;
  readonly #running = new Map<string, Running>();
  readonly #remembered = new Map<string, LookupAnswer>();

  constructor(events: RunnerEvents) {
    this.#events = events;
  }

  /** Starts what is due and new, and gives up what is no longer asked. */
  want(due: readonly DueLookup[], isTyping: boolean): void {
    for (const [id, { lookup }] of this.#running) {
      if (!due.some((one) => one.id === id && one.hash === lookup.hash)) this.#drop(id);
    }
    for (const lookup of due) if (!this.#running.has(lookup.id)) this.#begin(lookup, isTyping);
    this.#tell();
  }

  /** Sends waiting questions now: a field was left, a code scanned, the form is being sent. */
  flush(): void {
    for (const one of this.#running.values()) {
      if (one.timer === undefined) continue;
      clearTimeout(one.timer);
      void this.#send(one);
    }
  }

  dispose(): void {
    for (const id of [...this.#running.keys()]) this.#drop(id);
  }

  #begin(lookup: DueLookup, isTyping: boolean): void {
    const waits = isTyping && !this.#remembered.has(keyOf(lookup));
    const waitMs = waits ? Math.max(lookup.debounceMs, typingPauseMs) : 0;
    const one: Running = { lookup, stop: new AbortController(), timer: undefined };
    one.timer = setTimeout(() => void this.#send(one), waitMs);
    this.#running.set(lookup.id, one);
  }

  async #send(one: Running): Promise<void> {
    const { lookup, stop } = one;
    one.timer = undefined;
    const known = this.#remembered.get(keyOf(lookup));
    const reply = known ?? (await withinTime(lookup, stop, this.#events.port));
    if (this.#running.get(lookup.id) !== one) return;
    this.#running.delete(lookup.id);
    const answer: LookupAnswer = { ...reply, hash: lookup.hash };
    this.#remember(lookup, answer);
    this.#events.onAnswer(lookup.id, answer);
    this.#tell();
  }

  #remember(lookup: DueLookup, answer: LookupAnswer): void {
    if (lookup.cacheMs === 0 || answer.status === 'deferred') return;
    this.#remembered.set(keyOf(lookup), answer);
    setTimeout(() => this.#remembered.delete(keyOf(lookup)), lookup.cacheMs);
  }

  #drop(id: string): void {
    const one = this.#running.get(id);
    clearTimeout(one?.timer);
    one?.stop.abort();
    this.#running.delete(id);
  }

  #tell(): void {
    this.#events.onAsking([...this.#running.keys()]);
  }
}

function keyOf({ id, hash }: DueLookup): string {
  return `${id} ${hash}`;
}

async function withinTime(
  lookup: DueLookup,
  stop: AbortController,
  port: LookupPort | undefined,
): Promise<LookupReply> {
  if (port === undefined) return { status: 'deferred' };
  const { promise: tooLate, resolve } = Promise.withResolvers<LookupReply>();
  const timer = setTimeout(() => {
    resolve({ status: 'deferred' });
    stop.abort();
  }, lookup.timeoutMs);
  const asked = port.ask(lookup, stop.signal).catch((): LookupReply => ({ status: 'deferred' }));
  const reply = await Promise.race([asked, tooLate]);
  clearTimeout(timer);
  return reply;
}
