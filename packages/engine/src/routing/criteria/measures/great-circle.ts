import type { Measure } from '../../../author/definition/policy-tags.ts';
import { greatCircleMetres } from '../../eligible/distance.ts';
import type { Pair } from '../../facts/pair.ts';
import type { PlaceSource, PreparedAssignee } from '../../facts/prepared-assignee.ts';
import { contains } from '../../facts/span.ts';
import { type MeasureReader, numberRaw, unknownRaw } from './measure.ts';

type GreatCircle = Extract<Measure, { measure: 'great-circle' }>;

/** Whole metres from where the person is, or is taken to be, to the visit. */
export function greatCircle(settings: GreatCircle): MeasureReader {
  return {
    read: (pair) => {
      const metres = metresOf(pair, settings);
      return metres === undefined ? unknownRaw : numberRaw(metres);
    },
    show: (pair) => {
      const metres = metresOf(pair, settings);
      const from = sourceOf(pair.assignee, settings, pair.atMs);
      if (metres === undefined || from === undefined) return { note: 'place-unknown' };
      const { positionAtMs } = pair.assignee;
      const age =
        from === 'position' && positionAtMs !== undefined ? { ageMs: pair.atMs - positionAtMs } : {};
      return { distanceMetres: metres, from, ...age };
    },
  };
}

function metresOf(pair: Pair, settings: GreatCircle): number | undefined {
  const source = sourceOf(pair.assignee, settings, pair.atMs);
  const from = source === undefined ? undefined : pair.assignee.places.get(source);
  const to = pair.workOrder.placeAt(settings.to);
  return from === undefined || to === undefined ? undefined : greatCircleMetres(from, to);
}

/** A position counts while it is fresh and was taken on shift; nothing is read of a person's time off. */
function sourceOf(assignee: PreparedAssignee, settings: GreatCircle, atMs: number): PlaceSource | undefined {
  const takenMs = assignee.positionAtMs;
  const counts =
    takenMs !== undefined &&
    atMs - takenMs <= settings.freshForMs &&
    assignee.shifts.some((shift) => contains(shift, takenMs));
  if (counts) return 'position';
  return settings.otherwise.find((place) => assignee.places.has(place));
}
