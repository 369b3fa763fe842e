import type { ReachEntry } from './allow-list.ts';

export interface SafeRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
  readonly body?: string;
  readonly timeoutMs: number;
  readonly connectMs: number;
  readonly maxBodyBytes: number;
  readonly reach: readonly ReachEntry[];
}

/**
 * What became of one request. `not-sent`: nothing left this machine, or nothing but a redirect was heard. `broken`: the
 * request left and no whole answer came back. Header names are lower case; `body` is unpacked.
 */
export type Exchanged =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: { readonly [name: string]: string };
      readonly body: string;
    }
  | {
      readonly kind: 'not-sent';
      readonly reason: 'guard' | 'dns' | 'connect' | 'redirect';
      readonly message: string;
    }
  | {
      readonly kind: 'broken';
      readonly reason: 'timed-out' | 'cut-off' | 'unreadable';
      readonly message: string;
    };
