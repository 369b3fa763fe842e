import { type Issue, issue } from '../../issue/issue.ts';
import type { Catalog } from '../definition/catalog-port.ts';
import { readShape } from '../definition/read-shape.ts';
import { type Workflow, WorkflowShape } from '../definition/workflow.ts';
import { flowGraph } from './flow-graph.ts';
import type { LintPorts, LintRule } from './rule.ts';
import { recommended } from './rule-sets.ts';

/**
 * What is unwise or broken in a workflow that parses: rule by rule, each in document order. An issue may carry
 * `data.fix`, a titled JSON Patch. A rule that crashes becomes the issue `lint/rule-crashed` and the others go on.
 *
 * `at` is the instant that dates are compared with; without it nothing is said about them.
 */
export function lintWorkflow(
  workflow: Workflow,
  options: { readonly catalog?: Catalog; readonly at?: string; readonly rules?: readonly LintRule[] } = {},
): readonly Issue[] {
  const { rules = recommended, ...given } = options;
  const reading = readShape(WorkflowShape, workflow);
  const ports: LintPorts = { ...given, reading, graph: flowGraph(workflow) };
  return rules.flatMap((rule) => checkSafely(rule, workflow, ports));
}

function checkSafely(rule: LintRule, workflow: Workflow, ports: LintPorts): readonly Issue[] {
  try {
    return rule.check(workflow, ports);
  } catch (error) {
    return [issue('lint/rule-crashed', '', { rule: rule.code, reason: String(error) })];
  }
}
