import { issue } from '../../../../issue/issue.ts';
import { pointerOf } from '../../../../issue/json-pointer.ts';
import type { Workflow } from '../../../definition/workflow.ts';
import type { WorkflowEvent } from '../../../definition/workflow-event.ts';
import { lintRule } from '../../rule.ts';

/** A declared event has somebody who may send it: a role, or a listener that really sends it. */
export const eventNobodySends = lintRule('lint/event-nobody-sends', (workflow) =>
  Object.entries(workflow.flow.events ?? {})
    .filter(([id, event]) => !hasSender(workflow, id, event))
    .map(([id]) => issue('lint/event-nobody-sends', pointerOf('flow', 'events', id), { id })),
);

function hasSender({ listeners = {} }: Workflow, id: string, { by = [], from = [] }: WorkflowEvent): boolean {
  if (by.length > 0) return true;
  return from.some((listenerId) => {
    const sends = listeners[listenerId]?.sends;
    return typeof sends === 'string' ? sends === id : sends !== undefined && Object.hasOwn(sends, id);
  });
}
