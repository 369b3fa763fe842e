import { type Issue, issue } from '../../issue/issue.ts';
import type { Json } from '../../issue/json.ts';
import { pointerOf } from '../../issue/json-pointer.ts';
import { outcomesByKind } from '../definition/outcomes.ts';
import { objectAt, stepsOf } from './steps-of.ts';

/** Ids that mean something else where they are read: in moments, in `on`, or in every JavaScript object. */
const reservedIds: readonly string[] = ['anywhere', 'constructor'];
/** A transition called after such an event would hear the outcome of its step instead. */
const reservedEvents: readonly string[] = [...reservedIds, ...Object.values(outcomesByKind).flat()];

/** Steps and effects share one namespace over the whole workflow, branches included; reserved words are refused. */
export function checkIds(document: Json): readonly Issue[] {
  const effects = Object.keys(objectAt(document, '/flow/effects'));
  const places = [
    ...stepsOf(document).map(({ id, pointer }) => ({ id, pointer })),
    ...effects.map((id) => ({ id, pointer: pointerOf('flow', 'effects', id) })),
  ];
  const events = Object.keys(objectAt(document, '/flow/events'));
  return [
    ...checkUnique(places),
    ...places.filter(({ id }) => reservedIds.includes(id)).map(reserved),
    ...events
      .filter((id) => reservedEvents.includes(id))
      .map((id) => reserved({ id, pointer: pointerOf('flow', 'events', id) })),
  ];
}

interface Place {
  readonly id: string;
  readonly pointer: string;
}

function checkUnique(places: readonly Place[]): readonly Issue[] {
  const first = new Map<string, string>();
  const issues: Issue[] = [];
  for (const { id, pointer } of places) {
    const other = first.get(id);
    if (other === undefined) first.set(id, pointer);
    else issues.push(issue('definition/duplicate-id', pointer, { id, other }));
  }
  return issues;
}

function reserved({ id, pointer }: Place): Issue {
  return issue('definition/reserved-id', pointer, { id });
}
