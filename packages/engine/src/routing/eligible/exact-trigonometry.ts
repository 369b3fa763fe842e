// Sine, cosine and arcsine over + − × ÷ √ only. IEEE 754 fixes the result of each of these, while `Math.sin` may
// differ by a bit from one engine to the next, and one bit can move a person across a limit of whole metres.

const RADIANS_PER_DEGREE = Math.PI / 180;
const HALF_PI = Math.PI / 2;

/** Taylor's coefficients of sine and cosine, highest first: on [0, π/4] the next term is below 2⁻⁵³. */
const sineTerms = inverseFactorials([17, 15, 13, 11, 9, 7, 5, 3, 1]);
const cosineTerms = inverseFactorials([16, 14, 12, 10, 8, 6, 4, 2, 0]);

/** The series Σ (2n)! ÷ (4ⁿ (n!)² (2n + 1)) of arcsine, highest first: enough for |x| ≤ 0.27. */
const arcsineTerms = arcsineSeries(14);

/** The sine and cosine of an angle in degrees, within 1 ulp or so; reduction to 0–45° is exact. */
export function sineAndCosine(degrees: number): { readonly sine: number; readonly cosine: number } {
  const turn = ((degrees % 360) + 360) % 360;
  const quarter = Math.floor(turn / 90);
  const rest = turn - quarter * 90;
  const [sine, cosine] = firstQuarter(rest);
  if (quarter === 0) return { sine, cosine };
  if (quarter === 1) return { sine: cosine, cosine: -sine };
  if (quarter === 2) return { sine: -sine, cosine: -cosine };
  return { sine: -cosine, cosine: sine };
}

/** The arcsine of 0 ≤ x ≤ 1 in radians. */
export function arcsine(x: number): number {
  if (x > 0.5) return HALF_PI - 2 * arcsine(Math.sqrt((1 - Math.min(x, 1)) / 2));
  if (x > 0.26) return 2 * arcsine(x / Math.sqrt(2 * (1 + Math.sqrt(1 - x * x))));
  return x * polynomial(arcsineTerms, x * x);
}

function firstQuarter(degrees: number): readonly [number, number] {
  if (degrees > 45) {
    const [sine, cosine] = firstQuarter(90 - degrees);
    return [cosine, sine];
  }
  const x = degrees * RADIANS_PER_DEGREE;
  return [x * polynomial(sineTerms, x * x), polynomial(cosineTerms, x * x)];
}

function polynomial(terms: readonly number[], x: number): number {
  let sum = 0;
  for (const term of terms) sum = sum * x + term;
  return sum;
}

function inverseFactorials(orders: readonly number[]): readonly number[] {
  return orders.map((order) => {
    let factorial = 1;
    for (let factor = 2; factor <= order; factor += 1) factorial *= factor;
    return (order % 4 >= 2 ? -1 : 1) / factorial;
  });
}

function arcsineSeries(count: number): readonly number[] {
  const terms: number[] = [];
  let ratio = 1;
  for (let n = 0; n < count; n += 1) {
    terms.unshift(ratio / (2 * n + 1));
    ratio *= (2 * n + 1) / (2 * n + 2);
  }
  return terms;
}
