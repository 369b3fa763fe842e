import type { Json } from '@paidan/engine/issue';
import { classifyAnswer, type Outcome } from '@paidan/engine/mapping';
import type { ReadyOperation } from '../contract/ready-operation.ts';
import type { Exchanged } from '../network/safe-request.ts';

/** The outcome of one exchange. An answer that is one text is its own receipt: the other system's number. */
export function readAnswer(operation: ReadyOperation, exchanged: Exchanged, sentAt: string): Outcome {
  if (exchanged.kind === 'not-sent') return notSent(exchanged);
  if (exchanged.kind === 'broken') return classifyAnswer(operation, { ...exchanged, sentAt });
  const body = parsed(exchanged.body);
  const outcome = classifyAnswer(operation, {
    ...exchanged,
    sentAt,
    ...(body === undefined ? {} : { body }),
  });
  return outcome.kind === 'succeeded' && typeof outcome.output === 'string'
    ? { ...outcome, receipt: outcome.output }
    : outcome;
}

/** An address that is not allowed would be refused again: waiting does not help, an administrator does. */
function notSent({ reason, message }: Extract<Exchanged, { kind: 'not-sent' }>): Outcome {
  if (reason === 'guard' || reason === 'redirect')
    return { kind: 'refused', code: 'network/not-allowed', message };
  return { kind: 'tryLater', reason: 'not-sent', waitMs: 0 };
}

function parsed(text: string): Json | undefined {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
