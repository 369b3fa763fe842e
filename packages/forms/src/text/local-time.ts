import { timeZoneOf } from '@paidan/engine/time';

/** An instant as the wall of a zone shows it, `2026-11-22T10:00`; `''` for what is no instant. */
export function localOfInstant(instant: string, zoneName: string): string {
  const zone = timeZoneOf(zoneName);
  const ms = Date.parse(instant);
  if (zone === undefined || Number.isNaN(ms)) return '';
  return new Date(ms + zone.offsetMs(ms)).toISOString().slice(0, 16);
}

/** The instant at which the wall of a zone shows this; `undefined` for what is no local time. */
export function instantOfLocalText(local: string, zoneName: string): string | undefined {
  const zone = timeZoneOf(zoneName);
  const ms = Date.parse(`${local}Z`);
  if (zone === undefined || Number.isNaN(ms)) return undefined;
  return new Date(zone.instantOfLocal(ms)).toISOString();
}
