/** A push as it arrived: the raw body, before anything is parsed. Header names are lower case. */
export interface Pushed {
  readonly headers: { readonly [name: string]: string };
  readonly query: { readonly [name: string]: string };
  readonly body: string;
}

/** `body` is what was signed, decrypted where the scheme encrypts. `id` names this push where the scheme has one. */
export type Verified =
  | { readonly kind: 'verified'; readonly body: string; readonly id?: string }
  | { readonly kind: 'refused'; readonly reason: 'signature' | 'stale' | 'unreadable' };

/** How far a push's own instant may lie from ours. */
export const toleranceMs = 300_000;

/** Whether a scheme's timestamp, in seconds or milliseconds, lies within the tolerance. */
export function isFresh(timestamp: string | undefined, at: string): boolean {
  if (timestamp === undefined || !/^\d{1,16}$/.test(timestamp)) return false;
  // Ten digits last until the year 2286: anything longer counts milliseconds.
  const atMs = timestamp.length > 11 ? Number(timestamp) : Number(timestamp) * 1000;
  return Math.abs(atMs - Date.parse(at)) <= toleranceMs;
}
