import type { MessageTable } from './message-table.ts';
import { calendarMessages } from './messages/calendar.ts';
import { clockMessages } from './messages/clock.ts';
import { connectorMessages } from './messages/connector.ts';
import { definitionMessages } from './messages/definition.ts';
import { deliveryMessages } from './messages/delivery.ts';
import { eventMessages } from './messages/event.ts';
import { expressionMessages } from './messages/expression.ts';
import { formMessages } from './messages/form.ts';
import { gateMessages } from './messages/gate.ts';
import { importMessages } from './messages/import.ts';
import { lintMessages } from './messages/lint.ts';
import { logicMessages } from './messages/logic.ts';
import { mappingMessages } from './messages/mapping.ts';
import { offerMessages } from './messages/offer.ts';
import { overrideMessages } from './messages/override.ts';
import { peopleMessages } from './messages/people.ts';
import { routingMessages } from './messages/routing.ts';
import { submissionMessages } from './messages/submission.ts';
import { timerMessages } from './messages/timer.ts';
import { trialMessages } from './messages/trial.ts';
import { typeMessages } from './messages/type.ts';
import { verifyMessages } from './messages/verify.ts';

/** Every code Paidan can report, with its severity and its sentence in both languages. A code is spelled in its area's table and nowhere else. */
export const messages = {
  ...calendarMessages,
  ...clockMessages,
  ...connectorMessages,
  ...definitionMessages,
  ...deliveryMessages,
  ...eventMessages,
  ...expressionMessages,
  ...formMessages,
  ...gateMessages,
  ...importMessages,
  ...lintMessages,
  ...logicMessages,
  ...mappingMessages,
  ...offerMessages,
  ...overrideMessages,
  ...peopleMessages,
  ...routingMessages,
  ...submissionMessages,
  ...timerMessages,
  ...trialMessages,
  ...typeMessages,
  ...verifyMessages,
} satisfies MessageTable;

export type IssueCode = keyof typeof messages;
