/** The vendor's pace: more than `perMinute` in a sliding minute are refused, for `silentMs` from then on. */
export function createPace(perMinute: number, silentMs: number): (sender: string, atMs: number) => boolean {
  const sends = new Map<string, number[]>();
  const silentUntil = new Map<string, number>();
  return (sender, atMs) => {
    if ((silentUntil.get(sender) ?? 0) > atMs) return false;
    const recent = (sends.get(sender) ?? []).filter((instant) => instant > atMs - 60_000);
    if (recent.length >= perMinute) {
      silentUntil.set(sender, atMs + silentMs);
      return false;
    }
    sends.set(sender, [...recent, atMs]);
    return true;
  };
}
