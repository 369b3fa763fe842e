import type { MessageTable } from './message-table.ts';
import { calendarMessages } from './messages/calendar.ts';
import { definitionMessages } from './messages/definition.ts';
import { eventMessages } from './messages/event.ts';
import { expressionMessages } from './messages/expression.ts';
import { formMessages } from './messages/form.ts';
import { mappingMessages } from './messages/mapping.ts';
import { offerMessages } from './messages/offer.ts';
import { routingMessages } from './messages/routing.ts';

/** Every code Paidan can report, with its severity and its sentence in both languages. A code is spelled in its area's table and nowhere else. */
export const messages = {
  ...calendarMessages,
  ...definitionMessages,
  ...eventMessages,
  ...expressionMessages,
  ...formMessages,
  ...mappingMessages,
  ...offerMessages,
  ...routingMessages,
} satisfies MessageTable;

export type IssueCode = keyof typeof messages;
