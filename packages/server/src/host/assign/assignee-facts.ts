import { type AssigneeFacts, AssigneeFactsShape } from '@paidan/engine/routing';
import { type Instant, timeZoneOf } from '@paidan/engine/time';
import { Check, Errors } from 'typebox/value';
import type { Assignment } from '../../store/assignments.ts';
import type { RoutingPerson } from '../../store/routing-people.ts';

/** Where in a person's written facts something stands that routing cannot read. */
export interface Unreadable {
  readonly unreadable: readonly string[];
}

/** The lasting half of what routing reads; a directory may hold more, and leave out what somebody has not. */
const lasting = [
  'zone',
  'shifts',
  'absences',
  'onDuty',
  'certificates',
  'levels',
  'mentors',
  'home',
] as const;
const measured = ['paused', 'resolved', 'firstFix', 'worked', 'hardFinished'] as const;
const nothing = {
  ...{ zone: 'Asia/Shanghai', paused: false, onDuty: [], shifts: [], absences: [] },
  ...{ certificates: {}, levels: {}, home: null },
};

/** One person as routing sees them: what is written about them, with the work of their day and where they are. */
export function assigneeFactsOf(
  person: RoutingPerson,
  work: readonly Assignment[],
  at: Instant,
): AssigneeFacts | Unreadable {
  const { id, roles, version, position } = person;
  const written = Object.fromEntries(
    [...lasting, ...measured].flatMap((name) =>
      person.facts[name] === undefined ? [] : [[name, person.facts[name]]],
    ),
  );
  const idleSince = idleSinceOf(person, work, at);
  const facts: unknown = {
    ...{ id, version, roles: [...roles], ...nothing, ...written },
    currentJob: placeOf(work.find(({ state }) => state === 'on-site') ?? find(work, 'under-way')),
    nextJob: placeOf(nextOf(work)),
    position: position ?? null,
    assignments: work.map(assignmentFact),
    ...(idleSince === undefined ? {} : { idleSince }),
  };
  if (!Check(AssigneeFactsShape, facts)) {
    return { unreadable: Errors(AssigneeFactsShape, facts).map(({ instancePath }) => instancePath) };
  }
  return timeZoneOf(facts.zone) === undefined ? { unreadable: ['/zone'] } : facts;
}

/** Whether written facts say that somebody works at an instant. */
export function isOnShift(facts: RoutingPerson['facts'], at: Instant): boolean {
  return shiftAt(facts, at) !== undefined;
}

function shiftAt({ shifts }: RoutingPerson['facts'], at: Instant): string | undefined {
  if (!Array.isArray(shifts)) return undefined;
  const atMs = Date.parse(at);
  for (const shift of shifts) {
    if (!Array.isArray(shift)) continue;
    const [from, to] = shift.map(String);
    if (from !== undefined && Date.parse(from) <= atMs && atMs < Date.parse(to ?? '')) return from;
  }
  return undefined;
}

/** Without a day of its own, finished work counts on the day it was finished. */
function assignmentFact({ workOrderId, state, plannedAt, since }: Assignment) {
  const counted = plannedAt ?? (state === 'finished' ? since : undefined);
  return { workOrderId, state, ...(counted === undefined ? {} : { plannedAt: counted }) };
}

/** Nobody with work in hand is idle; else idle since the last of it ended, or since the shift began. */
function idleSinceOf(
  { facts }: RoutingPerson,
  work: readonly Assignment[],
  at: Instant,
): Instant | undefined {
  if (work.some(({ state }) => state === 'under-way' || state === 'on-site')) return undefined;
  const ended = work.filter(({ state }) => state === 'finished').map(({ since }) => since);
  const begun = shiftAt(facts, at);
  return [...ended, ...(begun === undefined ? [] : [begun])].toSorted().at(-1);
}

function nextOf(work: readonly Assignment[]): Assignment | undefined {
  const accepted = work.filter(({ state }) => state === 'accepted');
  return accepted.toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))[0];
}

function orderOf({ plannedAt, since }: Assignment): Instant {
  return plannedAt ?? since;
}

function find(work: readonly Assignment[], wanted: Assignment['state']): Assignment | undefined {
  return work.find(({ state }) => state === wanted);
}

function placeOf(assignment: Assignment | undefined): Assignment['place'] | null {
  return assignment?.place ?? null;
}
