/** Ties take 26 bits below a pair's score. */
export const TIE_KEY_SIZE = 2 ** 26;

/** The key of whoever already holds the work order: above every other. */
export const HOLDER_TIE_KEY = TIE_KEY_SIZE - 1;

/** The two ids and the two numbers that decide between equal scores. */
export interface TieFacts {
  readonly workOrderId: string;
  readonly assigneeId: string;
  readonly unitsOfDay: number;
  readonly idleMinutes: number;
}

/**
 * Fewer work orders that day first (4 bits), then longest idle in whole minutes (12 bits), then a hash of both ids
 * (10 bits), so that ties do not always favour the same person. Larger is better, never 0.
 */
export function tieKey({ workOrderId, assigneeId, unitsOfDay, idleMinutes }: TieFacts): number {
  const load = 15 - Math.min(15, unitsOfDay);
  const idle = Math.min(4095, idleMinutes);
  const key = load * 2 ** 22 + idle * 2 ** 10 + (hashOfIds(workOrderId, assigneeId) >>> 22);
  return Math.min(HOLDER_TIE_KEY - 1, Math.max(1, key));
}

/**
 * 32-bit FNV-1a over both ids' UTF-16 code units with a zero between (G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake,
 * "The FNV Non-Cryptographic Hash Algorithm"), mixed by the finaliser of A. Appleby's MurmurHash3.
 */
function hashOfIds(workOrderId: string, assigneeId: string): number {
  const key = `${workOrderId}\0${assigneeId}`;
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) {
    const unit = key.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    if (unit > 0xff) hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
