import { pointerOf } from '../../issue/json-pointer.ts';
import { outcomesOf } from '../definition/outcomes.ts';
import type { Step } from '../definition/step.ts';
import type { Transition } from '../definition/transition.ts';
import type { Workflow } from '../definition/workflow.ts';

/** A step with the place it stands at. `scope` is the pointer of its map of steps: the flow's or a branch's. */
export interface GraphStep {
  readonly id: string;
  readonly pointer: string;
  readonly scope: string;
  readonly step: Step;
  /** In the order in which they are tried; transitions of `anywhere` stand behind the step's own. */
  readonly transitions: readonly GraphTransition[];
}

export interface GraphTransition {
  readonly id: string;
  readonly pointer: string;
  readonly transition: Transition;
  readonly hears: readonly string[];
  readonly isAnywhere: boolean;
}

export interface FlowGraph {
  readonly steps: readonly GraphStep[];
  /** Pointer of each map of steps to the step it starts with. */
  readonly starts: { readonly [scope: string]: string };
  /** Ids of the steps that some run can come to. */
  readonly reachable: ReadonlySet<string>;
}

/** The flow as steps and transitions, branches included. */
export function flowGraph(workflow: Workflow): FlowGraph {
  const { flow } = workflow;
  const scopes = [
    { scope: '/flow/steps', start: flow.start, steps: flow.steps },
    ...Object.entries(flow.steps).flatMap(([id, step]) =>
      step.kind !== 'parallel'
        ? []
        : Object.entries(step.branches).map(([branch, { start, steps }]) => ({
            scope: pointerOf('flow', 'steps', id, 'branches', branch, 'steps'),
            start,
            steps,
          })),
    ),
  ];
  const steps = scopes.flatMap(({ scope, steps: map }) =>
    Object.entries(map).map(([id, step]) => graphStep(workflow, scope, id, step)),
  );
  const starts = Object.fromEntries(scopes.map(({ scope, start }) => [scope, start]));
  return { steps, starts, reachable: reachableFrom(steps, starts) };
}

/** Where a step can lead: targets of its transitions and of a return. */
export function targetsOf({ step, transitions }: GraphStep): readonly string[] {
  const returns = step.kind === 'approve' ? (step.allows?.returnTo ?? []) : [];
  return [...transitions.flatMap(({ transition }) => transition.to ?? []), ...returns];
}

/** Every step that can be come to from one step, itself included, without entering branches. */
export function stepsFrom(graph: FlowGraph, id: string): ReadonlySet<string> {
  return spread(new Map(graph.steps.map((step) => [step.id, targetsOf(step)])), [id]);
}

function graphStep(workflow: Workflow, scope: string, id: string, step: Step): GraphStep {
  const pointer = scope + pointerOf(id);
  const own = step.kind === 'end' ? [] : ordered(step.transitions ?? {}, step.order ?? []);
  const isTop = scope === '/flow/steps' && step.kind !== 'end';
  const refused: readonly string[] = step.kind === 'end' ? [] : (step.refuses ?? []);
  const anywhere = isTop ? Object.entries(workflow.flow.anywhere ?? {}) : [];
  return {
    id,
    pointer,
    scope,
    step,
    transitions: [
      ...own.map(([name, transition]) => ({
        id: name,
        pointer: pointer + pointerOf('transitions', name),
        transition,
        hears: hearsOf(workflow, step, name, transition),
        isAnywhere: false,
      })),
      ...anywhere
        .map(([name, transition]) => ({
          id: name,
          pointer: pointerOf('flow', 'anywhere', name),
          transition,
          hears: hearsOf(workflow, undefined, name, transition),
          isAnywhere: true,
        }))
        .filter(({ hears }) => !hears.every((heard) => refused.includes(heard.replace(/^event\./, '')))),
    ],
  };
}

function ordered(map: { readonly [id: string]: Transition }, order: readonly string[]) {
  const rest = Object.keys(map).filter((id) => !order.includes(id));
  return [...order, ...rest].flatMap((id): readonly (readonly [string, Transition])[] => {
    const transition = map[id];
    return transition === undefined ? [] : [[id, transition]];
  });
}

/** What a transition hears, an id read as outcome, else event, else timer. A decide step hears nothing. */
function hearsOf(
  workflow: Workflow,
  step: Step | undefined,
  id: string,
  { on }: Transition,
): readonly string[] {
  if (typeof on === 'string') return [on];
  if (on !== undefined) return on;
  if (step?.kind === 'decide') return [];
  if (step !== undefined && outcomesOf(step.kind).includes(id)) return [id];
  return Object.hasOwn(workflow.flow.events ?? {}, id) ? [`event.${id}`] : [`timer.${id}`];
}

function reachableFrom(steps: readonly GraphStep[], starts: FlowGraph['starts']): ReadonlySet<string> {
  const edges = new Map(
    steps.map((step) => {
      const branches = Object.entries(starts).filter(([scope]) =>
        scope.startsWith(`${step.pointer}/branches/`),
      );
      return [step.id, [...targetsOf(step), ...branches.map(([, start]) => start)]];
    }),
  );
  return spread(edges, [starts['/flow/steps'] ?? '']);
}

function spread(edges: ReadonlyMap<string, readonly string[]>, from: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(edges.get(id) ?? []));
  }
  return found;
}
