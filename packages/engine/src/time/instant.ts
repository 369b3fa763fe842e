/** An instant in UTC as `2026-11-22T02:00:00.000Z`, so that text order is time order. */
export type Instant = string;
