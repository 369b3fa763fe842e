import { type StartInput, type Submission, startWorkOrder } from '@paidan/engine';
import type { JsonObject } from '@paidan/engine/issue';
import { findFormerAnswer } from '../store/inbox.ts';
import { startedWorkOrderId } from '../store/linked-id.ts';
import { nextNumber } from '../store/work-orders.ts';
import { keepCustomer, tellParent } from './alongside.ts';
import { answerOf, decided } from './answer.ts';
import { keepAssignments } from './assign/keep-assignments.ts';
import type { Command } from './commit-command.ts';
import type { Answer, CommandId, StartRequest, Version } from './host.ts';
import { withLookups } from './submission.ts';
import type { Workroom } from './workroom.ts';

/** A start with the id it will have, when that does not follow from its command. */
export type Start = StartRequest & CommandId & Pick<Command, 'job'> & { readonly workOrderId?: string };

/** Starts a work order on the version in force. The same command started twice is one work order. */
export async function start(room: Workroom, request: Start): Promise<Answer> {
  const { tenant, commandId, workflowId, actor, fingerprint } = request;
  const workOrderId = request.workOrderId ?? startedWorkOrderId(tenant, commandId);
  const former = await findFormerAnswer(room.ports.kysely, { workOrderId, commandId });
  if (former !== undefined) {
    return answerOf(former.fingerprint === fingerprint ? { kind: 'repeated', former } : { kind: 'reused' });
  }
  const version = await room.ports.versions.current(tenant, workflowId);
  if (version === undefined) return { kind: 'unknown-workflow' };
  const receivedAt = room.now();
  const submission = await firstAnswers(room, version, request);
  const number = await nextNumber(room.ports.kysely);
  const { record, origin, job } = request;
  const input: StartInput = {
    ...{ workOrderId, number, actor },
    ...(submission === undefined ? {} : { submission }),
    ...(record === undefined ? {} : { record }),
    ...(origin === undefined ? {} : { origin }),
  };
  return room.run({
    ...{ tenant, workOrderId, commandId, fingerprint, receivedAt },
    ...(job === undefined ? {} : { job }),
    event: { kind: 'start', input: asJson(input), actor },
    decide: (before) =>
      before === undefined
        ? decided(version, startWorkOrder(version.compiled, input, room.now()), room.now())
        : undefined,
    alongside: async (transaction, decision) => {
      if (decision.kind === 'refused') return;
      await keepAssignments(transaction, room.ports.boss, { tenant, version, decision, actorId: actor.id });
      await keepCustomer(transaction, tenant, decision.snapshot.record);
      await tellParent(transaction, room.ports.boss, { tenant, snapshot: decision.snapshot });
    },
  });
}

async function firstAnswers(
  room: Workroom,
  version: Version,
  request: Start,
): Promise<Submission | undefined> {
  const { submission: answers, actor, tenant } = request;
  const { flow } = version.compiled.workflow;
  const first = flow.steps[flow.start];
  if (answers === undefined) return undefined;
  if (first?.kind !== 'form') return { ...answers, form: '' };
  const place = { form: first.form, stage: first.stage };
  return withLookups({ version, place, answers, actor, at: room.now(), ask: room.ask(version, { tenant }) });
}

function asJson(input: StartInput): JsonObject {
  const { actor: _sender, ...plain } = input;
  return plain as unknown as JsonObject;
}
