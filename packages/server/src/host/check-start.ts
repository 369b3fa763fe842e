import { type Issue, issue, type JsonObject } from '@paidan/engine/issue';
import type { StartRequest } from './host.ts';
import { formIn, withLookups } from './submission.ts';
import type { Workroom } from './workroom.ts';

/** Issues and evaluation of a first submission with the server's own lookups; nothing is committed. */
export async function checkStart(
  room: Workroom,
  request: StartRequest,
  tenant: string,
): Promise<{ readonly issues: readonly Issue[]; readonly evaluation: JsonObject }> {
  const version = await room.ports.versions.current(tenant, request.workflowId);
  const flow = version?.compiled.workflow.flow;
  const first = flow?.steps[flow.start];
  const form = version && first?.kind === 'form' ? formIn(version, first.form) : undefined;
  if (version === undefined || first?.kind !== 'form' || form === undefined) {
    return { issues: [issue('event/not-available', '', { event: 'submit' })], evaluation: {} };
  }
  const { actor, submission: answers = { values: {} } } = request;
  const at = room.now();
  const place = { form: first.form, stage: first.stage };
  const ask = room.ask(version, { tenant });
  const { lookups = {} } = await withLookups({ version, place, answers, actor, at, ask });
  const context = {
    ...{ stage: first.stage, at, timeZone: version.compiled.workflow.timeZone, actor, lookups },
    ...{ channel: answers.channel ?? 'api', edited: answers.edited ?? [] },
    acknowledged: answers.acknowledged ?? [],
  };
  const { issues } = form.validate(answers.values, context);
  return { issues, evaluation: form.evaluate(answers.values, context) as unknown as JsonObject };
}
