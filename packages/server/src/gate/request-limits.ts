import type { Asker } from './actor.ts';

export const bodyLimitBytes = 1_048_576;
export const nestingLimit = 64;

/** Requests a minute; a person's screens ask often, an address without sign-in has little to ask. */
const perMinute = { person: 600, link: 60, nobody: 120 } as const;
const minuteMs = 60_000;
const keptKeys = 10_000;

/** Counts requests of this process in whole minutes. */
export interface RateLimit {
  /** Seconds to wait, or `undefined` when the request may pass. */
  check(asker: Asker, address: string, nowMs: number): number | undefined;
}

export function createRateLimit(): RateLimit {
  let minute = -1;
  let counts = new Map<string, number>();
  return {
    check: (asker, address, nowMs) => {
      const current = Math.floor(nowMs / minuteMs);
      // A flood of addresses must not fill the memory: past this many keys all of them begin anew.
      if (current !== minute || counts.size >= keptKeys) {
        minute = current;
        counts = new Map();
      }
      const key = asker.kind === 'nobody' ? `address:${address}` : `${asker.kind}:${asker.person.id}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      if (count <= perMinute[asker.kind]) return undefined;
      return Math.ceil(((current + 1) * minuteMs - nowMs) / 1000);
    },
  };
}

/** Whether JSON text nests deeper than allowed; asked before parsing, so that depth costs nothing. */
export function isTooDeep(text: string, limit = nestingLimit): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (inText) {
      if (sign === '\\') at += 1;
      else if (sign === '"') inText = false;
      continue;
    }
    if (sign === '"') inText = true;
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    if (depth > limit) return true;
  }
  return false;
}
