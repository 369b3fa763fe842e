import { issue } from '../../../../issue/issue.ts';
import { pointerOf } from '../../../../issue/json-pointer.ts';
import { lintRule } from '../../rule.ts';

/** A declared event does something somewhere: a transition hears it, or a clock or an effect waits for its moment. */
export const eventNobodyHears = lintRule('lint/event-nobody-hears', ({ flow }, { graph, reading }) => {
  const heard = new Set([
    ...graph.steps.flatMap(({ transitions }) => transitions.flatMap(({ hears }) => hears)),
    ...reading.named.filter(({ refers }) => refers === 'moment' || refers === 'heard').map(({ id }) => id),
  ]);
  return Object.keys(flow.events ?? {})
    .filter((id) => !heard.has(`event.${id}`))
    .map((id) => issue('lint/event-nobody-hears', pointerOf('flow', 'events', id), { id }));
});
