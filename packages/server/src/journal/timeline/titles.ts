import type { Workflow } from '@paidan/engine';
import type { Text } from '@paidan/engine/issue';

type PlainStep = { readonly title?: Text; readonly stage: string; readonly kind: string };

/** Every step of a version by id, those of branches too. */
export function stepsOf(workflow: Workflow): ReadonlyMap<string, PlainStep> {
  const found = new Map<string, PlainStep>();
  for (const [id, step] of Object.entries(workflow.flow.steps)) {
    found.set(id, step);
    if (step.kind !== 'parallel') continue;
    for (const branch of Object.values(step.branches))
      for (const [inner, part] of Object.entries(branch.steps)) found.set(inner, part);
  }
  return found;
}

/** What people read for the ids of a version; an id it does not know is shown as it is. */
export interface Titles {
  step(id: string): Text;
  stage(id: string): Text;
  clock(id: string): Text;
  effect(id: string): Text;
  event(id: string): Text;
  role(id: string): Text;
  form(id: string): Text;
}

const stageTitles: { readonly [stage: string]: Text } = {
  trigger: { 'zh-CN': '触发', en: 'Trigger' },
  identify: { 'zh-CN': '识别', en: 'Identify' },
  dispatch: { 'zh-CN': '分派', en: 'Dispatch' },
  execute: { 'zh-CN': '执行', en: 'Execute' },
  feedback: { 'zh-CN': '反馈', en: 'Feedback' },
  archive: { 'zh-CN': '归档', en: 'Archive' },
};

export function titlesOf(workflow: Workflow): Titles {
  const steps = stepsOf(workflow);
  const { flow, clocks, roles, forms } = workflow;
  return {
    step: (id) => steps.get(id)?.title ?? id,
    stage: (id) => stageTitles[id] ?? id,
    clock: (id) => clocks?.[id]?.title ?? id,
    effect: (id) => effectTitle(workflow, steps, id),
    event: (id) => flow.events?.[id]?.title ?? id,
    role: (id) => roles[id]?.title ?? id,
    form: (id) => forms?.[id]?.form.title ?? id,
  };
}

function effectTitle(workflow: Workflow, steps: ReadonlyMap<string, PlainStep>, id: string): Text {
  const effect = workflow.flow.effects?.[id];
  const chip = effect?.kind === 'call' ? effect.chip : undefined;
  const form = effect?.kind === 'ask' ? workflow.forms?.[effect.form]?.form.title : undefined;
  return chip ?? form ?? steps.get(id)?.title ?? id;
}
