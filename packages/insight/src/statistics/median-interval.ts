export interface MedianInterval {
  readonly median: number;
  /** 95 % interval by order statistics; absent below six cases, where none exists. */
  readonly interval?: readonly [number, number];
}

/**
 * The median of at least one number and its distribution-free 95 % interval: the narrowest symmetric pair of order
 * statistics whose binomial cover is at least 95 % (H. A. David, H. N. Nagaraja, "Order Statistics", 3rd ed., 7.1).
 */
export function medianInterval(values: readonly number[]): MedianInterval {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  const median = (at(sorted, Math.floor((n - 1) / 2)) + at(sorted, Math.floor(n / 2))) / 2;
  const rank = lowestRank(n);
  if (rank === 0) return { median };
  return { median, interval: [at(sorted, rank - 1), at(sorted, n - rank)] };
}

/** The greatest r with P(r ≤ Binomial(n, ½) ≤ n − r) ≥ 0.95, or 0 where there is none. */
function lowestRank(n: number): number {
  let tail = 0;
  let term = -n * Math.LN2;
  let rank = 0;
  for (let k = 0; k < n / 2; k += 1) {
    tail += Math.exp(term);
    if (tail > 0.025) break;
    rank = k + 1;
    term += Math.log(n - k) - Math.log(k + 1);
  }
  return rank;
}

function at(sorted: readonly number[], index: number): number {
  return sorted[index] ?? Number.NaN;
}
