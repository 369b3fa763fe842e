const unitsPerPoint = 10_000;

/** Units of a score as points of a hundred with as many digits as they have, so that printed parts sum exactly. */
export function sayPoints(units: number): string {
  const points = units / unitsPerPoint;
  return Number.isInteger(points * 10) ? points.toFixed(1) : points.toFixed(4).replace(/0+$/, '');
}
