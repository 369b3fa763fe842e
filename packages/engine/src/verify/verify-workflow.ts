import type { Catalog } from '../author/definition/catalog-port.ts';
import type { Workflow } from '../author/definition/workflow.ts';
import { compileWorkflow } from '../compile/compile-workflow.ts';
import { type Workings, workingsOf } from '../compile/compiled-workflow.ts';
import { type Issue, issue } from '../issue/issue.ts';
import { openForms } from '../trial/open-forms.ts';
import { assumptions, type Certificate, type Claim, unasked } from './certificate.ts';
import { type ControlGraph, controlGraph, witnessOf } from './control-graph.ts';
import { proveEnds } from './prove-ends.ts';

export interface Verdict {
  /** True when no issue has severity error. Undecided questions stand in `issues`, never silently passed. */
  readonly sound: boolean;
  readonly certificate: Certificate;
  readonly issues: readonly Issue[];
}

/**
 * What can be shown of every run of a workflow: each step is reached and each transition may be taken, from every
 * reachable position an end can be reached, and nothing enters what stands behind a gate but the gate's own `complete`.
 *
 * Conditions are left open, so no real position is missed. What hangs on data is `verify/undecided` with its position;
 * a proof that fails comes with a shortest way there. A workflow that does not compile has those issues and no claim.
 */
export function verifyWorkflow(workflow: Workflow, _ports: { readonly catalog?: Catalog } = {}): Verdict {
  const { value, issues } = compileWorkflow(workflow, { forms: openForms });
  if (value === undefined) return { sound: false, certificate: nothingShown(workflow), issues };
  const workings = workingsOf(value);
  const graph = controlGraph(workings);
  const found = [
    ...reachIssues(workings, graph),
    ...endIssues(workings, graph),
    ...gateIssues(workings, graph),
  ];
  const all = [...found, ...openQuestions(graph)];
  const certificate: Certificate = {
    workflow: { id: value.id, hash: value.hash },
    positions: graph.positions.size,
    claims: claimsOf(found, graph),
    assumptions,
    undecided: all.flatMap(({ code, data }) => (code === 'verify/undecided' ? [String(data['id'])] : [])),
  };
  return { sound: all.every(({ severity }) => severity !== 'error'), certificate, issues: all };
}

function nothingShown({ id }: Workflow): Certificate {
  return {
    workflow: { id, hash: '' },
    positions: 0,
    claims: [],
    assumptions,
    undecided: Object.keys(unasked),
  };
}

/** Conditions are free here, so what is not reached now is reached never. */
function reachIssues({ steps }: Workings, { positions, isWhole }: ControlGraph): readonly Issue[] {
  if (!isWhole) return [];
  const reached = new Set([...positions.values()].flatMap(({ active }) => active));
  const taken = new Set(
    [...positions.values()].flatMap(({ moves }) => moves.map(({ transition }) => transition)),
  );
  return [...steps.values()].flatMap((step) => [
    ...(reached.has(step.id) ? [] : [issue('verify/unreachable-step', step.pointer, { step: step.id })]),
    ...step.transitions
      .filter((transition) => reached.has(step.id) && !transition.alsoAfterEnd && !taken.has(transition))
      .filter(({ pointer }) => pointer.startsWith(step.pointer))
      .map(({ pointer, id }) => issue('verify/transition-never-taken', pointer, { transition: id })),
  ]);
}

function endIssues(workings: Workings, graph: ControlGraph): readonly Issue[] {
  const { conditional, stuck } = proveEnds(workings, graph);
  const pointerOf = (active: readonly string[]) =>
    workings.steps.get(active.at(-1) ?? '')?.pointer ?? '/flow';
  return [
    ...stuck.map(({ key, active }) =>
      issue('verify/stuck', pointerOf(active), { position: key, witness: [...witnessOf(graph, key)] }),
    ),
    ...conditional.map(({ key, active }) =>
      issue('verify/undecided', pointerOf(active), {
        id: `ends/${key}`,
        what: { 'zh-CN': `从「${key}」总能走到结束`, en: `From "${key}" an end can always be reached` },
        why: { 'zh-CN': '取决于条件中的数据', en: 'it hangs on data that conditions read' },
      }),
    ),
  ];
}

/** Nothing enters what a gate leads to, except by the gate. */
function gateIssues({ gates }: Workings, graph: ControlGraph): readonly Issue[] {
  const moves = [...graph.positions.values()].flatMap(({ moves }) => moves);
  return gates.flatMap(({ id, transitions, pointer }) => {
    const complete = transitions.filter(({ hears }) => hears.includes(`step.${id}.complete`));
    const behind = new Set(complete.flatMap(({ to }) => (to === undefined ? [] : [to])));
    const past = moves.filter(({ transition: { to, pointer: by }, from }) => {
      const isGate = complete.some((own) => own.pointer === by);
      return to !== undefined && behind.has(to) && !isGate && graph.positions.has(from);
    });
    return past.map(({ transition, from, step }) =>
      issue('verify/gate-bypassed', transition.pointer, {
        gate: id,
        step: transition.to ?? pointer,
        witness: [...witnessOf(graph, from), `${step}.${transition.id}`],
      }),
    );
  });
}

function openQuestions({ isWhole, positions }: ControlGraph): readonly Issue[] {
  const questions = Object.entries(unasked).map(([id, { what, why }]) =>
    issue('verify/undecided', '', { id, what: { ...what }, why: { ...why } }),
  );
  if (isWhole) return questions;
  const what = { 'zh-CN': '全部位置', en: 'All positions' };
  const why = { 'zh-CN': `位置超过 ${positions.size} 个`, en: `there are more than ${positions.size}` };
  return [...questions, issue('verify/undecided', '', { id: 'positions', what, why })];
}

function claimsOf(found: readonly Issue[], { isWhole }: ControlGraph): readonly Claim[] {
  const none = (...codes: readonly string[]) => isWhole && !found.some(({ code }) => codes.includes(code));
  const openEnds = found.some(({ data }) => String(data['id'] ?? '').startsWith('ends/'));
  return [
    {
      id: 'every-step-reached',
      title: {
        'zh-CN': '每个环节、每条流转都有路径可达',
        en: 'Every step is reached and every transition may be taken',
      },
      holds: none('verify/unreachable-step', 'verify/transition-never-taken'),
    },
    {
      id: 'never-stuck',
      title: {
        'zh-CN': '从任何位置都存在通往结束的路径',
        en: 'From every position there is a way to an end',
      },
      holds: none('verify/stuck'),
    },
    {
      id: 'always-ends',
      title: { 'zh-CN': '无论数据如何，都能走到结束', en: 'An end can be reached whatever the data say' },
      holds: none('verify/stuck') && !openEnds,
    },
    {
      id: 'gates-not-bypassed',
      title: { 'zh-CN': '没有路径可以绕过核验', en: 'No way leads past a gate' },
      holds: none('verify/gate-bypassed'),
    },
  ];
}
