/** A token with the instant from which it should be renewed: 80 % of its life. */
export interface KeptToken {
  readonly token: string;
  readonly renewAt: string;
}

/**
 * Tokens of connections, fetched once for many. `obtain` returns a token not yet due at `at`, or calls `fetchFresh`
 * once however many ask; a token equal to `rejected` counts as gone. What `fetchFresh` throws reaches everybody who asked.
 */
export interface TokenStore {
  obtain(wanted: {
    readonly key: string;
    readonly at: string;
    readonly rejected?: string;
    readonly fetchFresh: () => Promise<KeptToken>;
  }): Promise<string>;
}

/** A store for one process; several processes share theirs through a row lock behind the same port. */
export function createTokenStore(): TokenStore {
  const kept = new Map<string, KeptToken>();
  const underWay = new Map<string, Promise<KeptToken>>();
  return {
    obtain: async ({ key, at, rejected, fetchFresh }) => {
      const known = kept.get(key);
      if (known !== undefined && known.renewAt > at && known.token !== rejected) return known.token;
      const asking = underWay.get(key) ?? fetchFresh();
      underWay.set(key, asking);
      try {
        const fresh = await asking;
        kept.set(key, fresh);
        return fresh.token;
      } finally {
        if (underWay.get(key) === asking) underWay.delete(key);
      }
    },
  };
}
