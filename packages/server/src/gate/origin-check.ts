const reading: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a request may change something: it must come from our own page, or from a program, which sends neither
 * header. A browser always sends one of them with a write.
 */
export function isOwnOrigin(request: Request, publicUrl?: string): boolean {
  if (reading.includes(request.method)) return true;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = request.headers.get('origin');
  if (origin === null) return true;
  const own = [new URL(request.url).origin, ...(publicUrl === undefined ? [] : [new URL(publicUrl).origin])];
  return own.includes(origin);
}
