import type { Issue } from '../../issue/issue.ts';
import type { WorkOrderEvent } from '../event.ts';
import type { Turn } from '../turn.ts';
import { hearCancelByParent, hearSuspend } from './hear-admin.ts';
import { hearComment, hearMessage, hearMove, hearPlan } from './hear-field.ts';
import { hearHeard, hearSend } from './hear-named.ts';
import { hearAnswer, hearReleased, hearWithdrawn } from './hear-offer.ts';
import { hearAttempted, hearChildEnded, hearSettled } from './hear-outcome.ts';
import { hearOverride } from './hear-override.ts';
import { hearPlanned, hearReceipt } from './hear-plan.ts';
import { hearSubmit } from './hear-submit.ts';
import { hearClaim, hearSave, hearTransfer } from './hear-task.ts';
import { hearRung, hearTimer } from './hear-time.ts';
import { hearVote } from './hear-vote.ts';

/** The one place that knows every kind of event: checks its own conditions, folds it, and says what the machine hears. */
export function hear(turn: Turn, event: WorkOrderEvent): readonly Issue[] {
  switch (event.kind) {
    case 'submit':
      return hearSubmit(turn, event);
    case 'save':
      return hearSave(turn, event);
    case 'claim':
    case 'release':
      return hearClaim(turn, event);
    case 'transfer':
      return hearTransfer(turn, event);
    case 'vote':
      return hearVote(turn, event);
    case 'override':
      return hearOverride(turn, event);
    case 'send':
      return hearSend(turn, event);
    case 'timerDue':
      return hearTimer(turn, event);
    case 'rungDue':
      return hearRung(turn, event);
    case 'settled':
      return hearSettled(turn, event);
    case 'attempted':
      return hearAttempted(turn, event);
    case 'heard':
      return hearHeard(turn, event);
    case 'childEnded':
      return hearChildEnded(turn, event);
    default:
      return hearBeside(turn, event);
  }
}

type Beside = Exclude<
  WorkOrderEvent,
  {
    kind:
      | ('submit' | 'save' | 'claim' | 'release' | 'transfer' | 'vote' | 'override' | 'send')
      | ('timerDue' | 'rungDue' | 'settled' | 'attempted' | 'heard' | 'childEnded');
  }
>;

function hearBeside(turn: Turn, event: Beside): readonly Issue[] {
  switch (event.kind) {
    case 'arrive':
    case 'depart':
    case 'leave':
      return hearMove(turn, event);
    case 'plan':
      return hearPlan(turn, event);
    case 'comment':
      return hearComment(turn, event);
    case 'message':
      return hearMessage(turn, event);
    case 'offered':
    case 'assigned':
    case 'waiting':
    case 'escalated':
    case 'exhausted':
      return hearPlanned(turn, event);
    case 'delivered':
    case 'seen':
      return hearReceipt(turn, event);
    case 'accepted':
    case 'declined':
      return hearAnswer(turn, event);
    case 'withdrawn':
      return hearWithdrawn(turn, event);
    case 'released':
      return hearReleased(turn, event);
    case 'suspend':
    case 'resume':
      return hearSuspend(turn, event);
    case 'cancelByParent':
      return hearCancelByParent(turn, event);
  }
}
