/** Whether a send fits into the sliding minute, or the instant at which the next slot falls free. */
export type Slot = { readonly kind: 'free' } | { readonly kind: 'full'; readonly freeAt: string };

/**
 * A slot of a sliding minute: no 60 s ever hold more than `perMinute` sends. Slots reserved for severities are kept from
 * all others. `sends` are the instants of earlier sends, newest last, also of other processes.
 */
export function takeSlot(
  bucket: {
    readonly sends: readonly string[];
    readonly perMinute: number;
    readonly reservedFor?: { readonly [severity: string]: number };
  },
  wanted: { readonly at: string; readonly severity?: string },
): Slot {
  const reserved = Object.entries(bucket.reservedFor ?? {})
    .filter(([severity]) => severity !== wanted.severity)
    .reduce((sum, [, slots]) => sum + slots, 0);
  const slots = Math.max(bucket.perMinute - reserved, 0);
  const oldest = slots === 0 ? bucket.sends.at(-1) : bucket.sends.at(-slots);
  if (oldest === undefined)
    return slots === 0 ? { kind: 'full', freeAt: afterMinute(wanted.at) } : { kind: 'free' };
  const freeAt = afterMinute(oldest);
  return slots > 0 && freeAt <= wanted.at ? { kind: 'free' } : { kind: 'full', freeAt };
}

function afterMinute(at: string): string {
  return new Date(Date.parse(at) + 60_000).toISOString();
}
