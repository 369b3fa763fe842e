import type { Text } from '@paidan/engine/issue';
import type { AnswerOf } from '@paidan/server/contract';

export type OfferedEvent = AnswerOf<'available'>[number];

/** A thing that can be done now, or not and why. */
export interface EventButton {
  readonly key: string;
  readonly title: Text;
  readonly offered: OfferedEvent;
  readonly isPrimary: boolean;
  /** Reasons that fail; empty when it can be done. */
  readonly because: readonly Text[];
}

// Forms, votes and offers are tasks and stand with their task; what happens in the field belongs to the phone.
const named: readonly string[] = ['send', 'override', 'comment'];

/** The event buttons of a work order: available ones in the order of the document, the first of them primary. */
export function eventButtons(offered: readonly OfferedEvent[]): readonly EventButton[] {
  const shown = offered.filter(({ event }) => named.includes(event.kind));
  const ordered = [
    ...shown.filter(({ available }) => available),
    ...shown.filter(({ available }) => !available),
  ];
  return ordered.map((one, place) => ({
    key: [one.event.kind, one.event.step, one.event.event].join('.'),
    title: one.title,
    offered: one,
    isPrimary: place === 0 && one.available && one.event.kind !== 'comment',
    because: one.because.filter(({ holds }) => !holds).map(({ sentence }) => sentence),
  }));
}
