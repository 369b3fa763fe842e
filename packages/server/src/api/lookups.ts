import { mayLook } from '../gate/sight.ts';
import { actorOf } from './api-ports.ts';
import { done, type Handlers } from './call.ts';
import { findOrder } from './found-order.ts';
import { hashOfJson } from './hash-of-json.ts';
import { refuse } from './problem.ts';
import { isMine } from './task-view.ts';

/** An answer for a form in progress. The host runs it, and runs it again when the form is sent. */
export const lookupHandlers = {
  lookup: async (call) => {
    const { ports, person, asker, body } = call;
    const { workflow: workflowId, form: formId, lookup: lookupId, params } = body;
    const version = await ports.host.version(person.tenant, workflowId);
    if (version === undefined || !mayLook(version.compiled.workflow, person.roles))
      return refuse('gate/not-found');
    const of = asker.kind === 'link' ? { workOrderId: asker.workOrderId } : {};
    const asked = {
      tenant: person.tenant,
      workflowId,
      formId,
      lookupId,
      params,
      actor: actorOf(person),
      ...of,
    };
    if (asker.kind === 'link') {
      const found = await findOrder(call, asker.workOrderId);
      if (found.kind !== 'found') return found;
      // A customer is asked by one form at a time; any other lookup would read of other customers.
      const tasks = Object.values(found.order.snapshot.tasks);
      const isAsked = tasks.some((task) => task.form === formId && isMine(task, person));
      if (!isAsked) return refuse('gate/not-found');
    }
    const { status, result } = await ports.host.lookup(asked);
    const hash = hashOfJson([lookupId, params]);
    return done(result === undefined ? { status, hash } : { status, result, hash });
  },
} satisfies Partial<Handlers>;
