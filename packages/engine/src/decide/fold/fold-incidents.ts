import type { CompiledEffect } from '../../compile/compile-effect.ts';
import type { Turn } from '../turn.ts';
import { withEntry, withoutEntries } from './map-entries.ts';

/** Opens an incident, or says that it is open already. */
export function openIncident(
  turn: Turn,
  incident: string,
  cause: { readonly effect?: string; readonly code?: string } = {},
): boolean {
  if (turn.openIncidents[incident] !== undefined) return false;
  const { effect } = cause;
  turn.openIncidents = withEntry(turn.openIncidents, incident, {
    at: turn.at,
    ...(effect === undefined ? {} : { effectId: effect }),
  });
  turn.entries.push({ kind: 'incident-opened', incident, ...cause });
  return true;
}

/** What failed has worked after all: the incidents its outcomes had opened are closed; their names. */
export function closeIncidents(turn: Turn, recovered: CompiledEffect, effect: string): readonly string[] {
  const names = [...recovered.then.values()].flatMap(({ incident, effects }) =>
    incident === undefined ? effects : [incident, ...effects],
  );
  const closed = names.filter((name) => turn.openIncidents[name] !== undefined);
  for (const incident of closed) turn.entries.push({ kind: 'incident-closed', incident, effect });
  turn.openIncidents = withoutEntries(turn.openIncidents, (name) => closed.includes(name));
  return closed;
}
