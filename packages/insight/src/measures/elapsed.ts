/** Milliseconds between two instants, or `undefined` while the second has not come. */
export function elapsedMs(from: string, to: string | undefined): number | undefined {
  return to === undefined ? undefined : Date.parse(to) - Date.parse(from);
}
