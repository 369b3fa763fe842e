/** Redirects a read may follow. */
export const mostHops = 3;

/** Defaults of a connection that declares none. */
export const defaultLimits = { connectMs: 3000, timeoutMs: 8000, maxBodyBytes: 1_048_576 } as const;

/** Idle connections are kept for this many places at most. */
export const mostPools = 64;
