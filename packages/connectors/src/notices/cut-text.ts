/** How many bytes a text takes in UTF-8. */
export function utf8Bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/**
 * The text if it takes at most `maxBytes`, else its longest beginning that does together with `tail`. Cut between code
 * points, never inside one. `measure` counts the bytes a text takes where it will stand; it must not shrink as a text grows.
 */
export function cutText(
  text: string,
  maxBytes: number,
  {
    tail = '…',
    measure = utf8Bytes,
  }: { readonly tail?: string; readonly measure?: (text: string) => number } = {},
): string {
  if (measure(text) <= maxBytes) return text;
  const characters = [...text];
  let [fits, tooMany] = [0, characters.length];
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if (measure(characters.slice(0, middle).join('') + tail) <= maxBytes) fits = middle;
    else tooMany = middle;
  }
  return characters.slice(0, fits).join('') + tail;
}
