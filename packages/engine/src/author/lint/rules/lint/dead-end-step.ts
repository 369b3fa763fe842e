import { issue } from '../../../../issue/issue.ts';
import { pointerOf } from '../../../../issue/json-pointer.ts';
import { targetsOf } from '../../flow-graph.ts';
import { quickFix } from '../../quick-fix.ts';
import { lintRule } from '../../rule.ts';

/** A step that is no end can be left. */
export const deadEndStep = lintRule('lint/dead-end-step', (_, { graph }) =>
  graph.steps
    .filter(
      (step) => step.step.kind !== 'end' && graph.reachable.has(step.id) && targetsOf(step).length === 0,
    )
    .map(({ id, pointer, scope, step }) => {
      const end = graph.steps.find((other) => other.scope === scope && other.step.kind === 'end');
      const outcome = leavingOutcome[step.kind];
      if (end === undefined || outcome === undefined) return issue('lint/dead-end-step', pointer, { id });
      const title = { 'zh-CN': '连到结束环节', en: 'Lead it to the end' };
      const path = pointer + pointerOf('transitions');
      const fix = quickFix(title, { op: 'add', path, value: { [outcome]: { to: end.id } } });
      return issue('lint/dead-end-step', pointer, { id, fix });
    }),
);

/** The outcome by which a step of a kind is usually left. */
const leavingOutcome: { readonly [kind: string]: string | undefined } = {
  form: 'submitted',
  assign: 'accepted',
  call: 'succeeded',
  decide: 'otherwise',
  approve: 'approved',
  gate: 'complete',
  notify: 'sent',
  parallel: 'joined',
  child: 'done',
};
