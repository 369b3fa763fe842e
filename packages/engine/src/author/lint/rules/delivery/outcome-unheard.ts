import { type Issue, issue } from '../../../../issue/issue.ts';
import { pointerOf } from '../../../../issue/json-pointer.ts';
import type { Step } from '../../../definition/step.ts';
import type { Workflow } from '../../../definition/workflow.ts';
import type { GraphStep } from '../../flow-graph.ts';
import { operationsOf } from '../../operations-of.ts';
import { quickFix } from '../../quick-fix.ts';
import { lintRule } from '../../rule.ts';

/** Every way a call, a child, a search for somebody or a vote can go is heard; otherwise the work order waits for ever. */
export const outcomeUnheard = lintRule('delivery/outcome-unheard', (workflow, { graph }) => [
  ...graph.steps.flatMap((step) => unheardOfStep(workflow, step)),
  ...Object.entries(workflow.flow.effects ?? {}).flatMap(([id, effect]): readonly Issue[] => {
    if (effect.kind !== 'call') return [];
    const then = effect.then ?? {};
    const missing = ['refused', 'failed'].filter((outcome) => !Object.hasOwn(then, outcome));
    if (missing.length === 0 || Object.hasOwn(then, 'otherwise')) return [];
    return [issue('delivery/outcome-unheard', pointerOf('flow', 'effects', id), { outcomes: missing })];
  }),
]);

function unheardOfStep(workflow: Workflow, { pointer, step, transitions }: GraphStep): readonly Issue[] {
  const heard = transitions.flatMap(({ hears }) => hears);
  const missing = outcomesToHear(workflow, step).filter((outcome) => !heard.includes(outcome));
  if (missing.length === 0 || step.kind === 'end') return [];
  const target = transitions.find(({ transition }) => transition.to !== undefined)?.transition.to;
  if (target === undefined) return [issue('delivery/outcome-unheard', pointer, { outcomes: missing })];
  const title = { 'zh-CN': '同样流转到下一环节', en: 'Lead them to the next step too' };
  const value = { on: missing, to: target };
  const fix = quickFix(title, { op: 'add', path: `${pointer}/transitions/not-heard`, value });
  return [issue('delivery/outcome-unheard', pointer, { outcomes: missing, fix })];
}

function outcomesToHear(workflow: Workflow, step: Step): readonly string[] {
  if (step.kind === 'approve') return ['approved', 'rejected'];
  if (step.kind === 'child') return ['done', 'failed', 'cancelled'];
  if (step.kind === 'assign') return step.policy === undefined ? ['accepted'] : ['accepted', 'exhausted'];
  if (step.kind !== 'call') return [];
  const operation = operationsOf(workflow).find(({ name }) => name === step.operation)?.operation;
  const mode = operation?.delivery?.mode ?? 'natural';
  const canStayUnknown = mode === 'once' || mode === 'probe';
  return ['succeeded', 'refused', 'failed', ...(canStayUnknown ? ['unknown'] : [])];
}
