import { WorkflowFault } from '../../issue/workflow-fault.ts';
import { instantMs } from '../../time/instant.ts';
import { dateInZone, timeZoneOf } from '../../time/time-zone.ts';
import { type UnitVector, unitVector } from '../eligible/distance.ts';
import type { AssigneeFacts } from './assignee-facts.ts';
import { type Span, spansOf } from './span.ts';

export type PlaceSource = 'position' | 'currentJob' | 'nextJob' | 'home';

/** A person's facts with every instant read and every sine taken once, for the many pairs they are part of. */
export interface PreparedAssignee {
  readonly facts: AssigneeFacts;
  readonly id: string;
  readonly shifts: readonly Span[];
  readonly absences: readonly Span[];
  readonly onDuty: readonly Span[];
  readonly certificates: ReadonlyMap<string, readonly Span[]>;
  readonly mentors: readonly PreparedMentor[];
  readonly resolvedMs: ReadonlyMap<string, number>;
  readonly places: ReadonlyMap<PlaceSource, UnitVector>;
  readonly positionAtMs: number | undefined;
  readonly idleMinutes: number;
  /** Units held on a local day by work orders other than the ignored ones. */
  readonly unitsOfDay: (day: string) => number;
  /** Units held at this moment by unfinished work. */
  readonly unitsOpen: number;
  readonly localDay: (ms: number) => string;
}

export interface PreparedMentor {
  readonly id: string;
  readonly levels: { readonly [key: string]: number };
  readonly shifts: readonly Span[];
  readonly absences: readonly Span[];
}

/**
 * @param ignored work orders whose hold on this person does not count, because they are themselves being placed.
 */
export function prepareAssignee(
  facts: AssigneeFacts,
  atMs: number,
  ignored: ReadonlySet<string>,
): PreparedAssignee {
  const localDay = localDayIn(facts.zone);
  const held = heldUnits(facts, ignored, atMs, localDay);
  return {
    facts,
    id: facts.id,
    shifts: spansOf(facts.shifts),
    absences: spansOf(facts.absences),
    onDuty: spansOf(facts.onDuty),
    certificates: new Map(Object.entries(facts.certificates).map(([id, spans]) => [id, spansOf(spans)])),
    mentors: mentorsOf(facts),
    resolvedMs: new Map(Object.entries(facts.resolved ?? {}).map(([key, at]) => [key, instantMs(at)])),
    places: placesOf(facts),
    positionAtMs: facts.position ? instantMs(facts.position.at) : undefined,
    idleMinutes:
      facts.idleSince === undefined
        ? 0
        : Math.max(0, Math.floor((atMs - instantMs(facts.idleSince)) / 60_000)),
    unitsOfDay: (day) => held.byDay.get(day) ?? 0,
    unitsOpen: held.open,
    localDay,
  };
}

function localDayIn(zoneName: string): (ms: number) => string {
  const zone = timeZoneOf(zoneName);
  if (zone === undefined) {
    throw new WorkflowFault(
      'routing/unknown-zone',
      `"${zoneName}" is no time zone of this runtime`,
      'give-up',
    );
  }
  // One plan asks about the same instant for most of its pairs.
  let lastMs = Number.NaN;
  let lastDay = '';
  return (ms) => {
    if (ms !== lastMs) {
      lastDay = dateInZone(ms, zone) ?? '';
      lastMs = ms;
    }
    return lastDay;
  };
}

const openStates: readonly string[] = ['offered', 'accepted', 'under-way', 'on-site'];

/** What fills a person's days. Unfinished work of an earlier day is carried into today. */
function heldUnits(
  facts: AssigneeFacts,
  ignored: ReadonlySet<string>,
  atMs: number,
  localDay: (ms: number) => string,
): { readonly byDay: ReadonlyMap<string, number>; readonly open: number } {
  const today = localDay(atMs);
  const byDay = new Map<string, number>();
  let open = 0;
  for (const assignment of facts.assignments) {
    const isOpen = openStates.includes(assignment.state);
    if (ignored.has(assignment.workOrderId) || !(isOpen || assignment.state === 'finished')) continue;
    const units = assignment.units ?? 1;
    const planned = assignment.plannedAt === undefined ? today : localDay(instantMs(assignment.plannedAt));
    const day = isOpen && planned < today ? today : planned;
    byDay.set(day, (byDay.get(day) ?? 0) + units);
    if (isOpen) open += units;
  }
  return { byDay, open };
}

function mentorsOf(facts: AssigneeFacts): readonly PreparedMentor[] {
  const mentors = Object.entries(facts.mentors ?? {}).map(([id, mentor]) => ({
    id,
    levels: mentor.levels,
    shifts: spansOf(mentor.shifts),
    absences: spansOf(mentor.absences),
  }));
  return mentors.sort((one, other) => (one.id < other.id ? -1 : 1));
}

function placesOf(facts: AssigneeFacts): ReadonlyMap<PlaceSource, UnitVector> {
  const places = new Map<PlaceSource, UnitVector>();
  const { position, currentJob, nextJob, home } = facts;
  if (position) places.set('position', unitVector(position));
  if (currentJob) places.set('currentJob', unitVector(currentJob));
  if (nextJob) places.set('nextJob', unitVector(nextJob));
  if (home) places.set('home', unitVector(home));
  return places;
}
