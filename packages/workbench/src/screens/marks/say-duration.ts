const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** 「3:12」 below an hour, 「5:03:12」 below a day, whole days beyond; always without a sign. */
export function sayDuration(ms: number, sayDays: (days: number) => string): string {
  const left = Math.abs(ms);
  if (left >= 2 * dayMs) return sayDays(Math.floor(left / dayMs));
  const hours = Math.floor(left / hourMs);
  const minutes = Math.floor((left % hourMs) / minuteMs);
  const seconds = Math.floor((left % minuteMs) / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}
