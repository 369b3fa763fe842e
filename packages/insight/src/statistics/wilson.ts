/** 97.5 % point of the standard normal distribution, for a two-sided 95 % interval. */
const Z = 1.959963984540054;

/**
 * The 95 % score interval of a share: `[low, high]` within 0–1; `[0, 1]` for no cases.
 *
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927) 209–212.
 */
export function wilsonInterval(successes: number, cases: number): readonly [number, number] {
  if (cases === 0) return [0, 1];
  const share = successes / cases;
  const widened = (Z * Z) / cases;
  const centre = share + widened / 2;
  const spread = Z * Math.sqrt((share * (1 - share)) / cases + widened / (4 * cases));
  const low = Math.max(0, (centre - spread) / (1 + widened));
  const high = Math.min(1, (centre + spread) / (1 + widened));
  return [successes === 0 ? 0 : low, successes === cases ? 1 : high];
}
