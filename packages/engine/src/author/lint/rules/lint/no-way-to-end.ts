import { type Issue, issue } from '../../../../issue/issue.ts';
import { type FlowGraph, type GraphStep, stepsFrom, targetsOf } from '../../flow-graph.ts';
import { lintRule } from '../../rule.ts';

/**
 * From every step some end can be come to. A branch that only listens needs none, as long as another branch of a parallel
 * step that `joins: first` has one. Steps that lead to a dead end are reported there.
 */
export const noWayToEnd = lintRule('lint/no-way-to-end', ({ flow }, { graph }) => {
  const listening = new Set(
    Object.entries(flow.steps).flatMap(([id, step]) =>
      step.kind === 'parallel' && step.joins === 'first' ? listeningBranches(graph, id) : [],
    ),
  );
  return graph.steps
    .filter(({ id, scope }) => graph.reachable.has(id) && !listening.has(scope))
    .filter((step) => !leadsOut(graph, step))
    .map(({ id, pointer }): Issue => issue('lint/no-way-to-end', pointer, { id }));
});

function leadsOut(graph: FlowGraph, { id }: GraphStep): boolean {
  const from = stepsFrom(graph, id);
  return graph.steps.some(
    (step) => from.has(step.id) && (step.step.kind === 'end' || targetsOf(step).length === 0),
  );
}

/** Scopes of branches without an end of their own, beside at least one that has an end. */
function listeningBranches(graph: FlowGraph, parallel: string): readonly string[] {
  const scopes = Object.keys(graph.starts).filter((scope) =>
    scope.startsWith(`/flow/steps/${parallel}/branches/`),
  );
  const ending = scopes.filter((scope) =>
    graph.steps.some((step) => step.scope === scope && step.step.kind === 'end'),
  );
  return ending.length === 0 ? [] : scopes.filter((scope) => !ending.includes(scope));
}
