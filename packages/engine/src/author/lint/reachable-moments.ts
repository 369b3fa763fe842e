import type { Workflow } from '../definition/workflow.ts';
import type { FlowGraph } from './flow-graph.ts';

/** Whether a moment can come in some run. Moments that depend on people or other systems are taken to come. */
export function canCome({ flow }: Workflow, graph: FlowGraph, moment: string): boolean {
  const [kind, id = '', taken] = moment.split('.');
  const steps = graph.steps.filter((step) => graph.reachable.has(step.id));
  if (moment === 'end')
    return steps.some(({ step, scope }) => step.kind === 'end' && scope === '/flow/steps');
  if (kind === 'enter' || kind === 'leave') return steps.some((step) => step.id === id);
  if (kind === 'take') {
    return steps.some((step) => step.id === id && step.transitions.some((one) => one.id === taken));
  }
  if (kind === 'enterStage' || kind === 'leaveStage') return steps.some(({ step }) => step.stage === id);
  if (kind === 'event')
    return (flow.events?.[id]?.by ?? []).length + (flow.events?.[id]?.from ?? []).length > 0;
  return true;
}
