import { type Issue, issue } from '../../../../issue/issue.ts';
import { operationsIn } from '../../conditions.ts';
import { lintRule } from '../../rule.ts';

const most = { steps: 40, transitions: 9, operators: 25 };

/** Beyond these sizes a flow, a step or a condition is better taken apart: into child workflows, decide steps, or fields. */
export const complexity = lintRule('lint/complexity', (_, { graph, reading }) => {
  const scopes = Object.keys(graph.starts).flatMap((scope): readonly Issue[] => {
    const count = graph.steps.filter((step) => step.scope === scope).length;
    return tooMany('steps', scope, count);
  });
  const steps = graph.steps.flatMap(({ pointer, transitions }) =>
    tooMany(
      'transitions',
      `${pointer}/transitions`,
      transitions.filter(({ isAnywhere }) => !isAnywhere).length,
    ),
  );
  const conditions = reading.marked.flatMap(({ is, pointer, value }) =>
    is === 'expression' && pointer.startsWith('/flow/')
      ? tooMany('operators', pointer, operationsIn(value).length)
      : [],
  );
  return [...scopes, ...steps, ...conditions];
});

const words = {
  steps: { 'zh-CN': '环节', en: 'steps' },
  transitions: { 'zh-CN': '流转', en: 'transitions' },
  operators: { 'zh-CN': '运算', en: 'operators' },
};

function tooMany(what: keyof typeof most, pointer: string, count: number): readonly Issue[] {
  const limit = most[what];
  return count <= limit ? [] : [issue('lint/complexity', pointer, { what: words[what], count, limit })];
}
