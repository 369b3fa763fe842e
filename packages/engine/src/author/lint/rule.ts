import type { Issue } from '../../issue/issue.ts';
import { type IssueCode, messages } from '../../issue/issue-codes.ts';
import type { Severity } from '../../issue/message-table.ts';
import type { Catalog } from '../definition/catalog-port.ts';
import type { ShapeReading } from '../definition/read-shape.ts';
import type { Workflow } from '../definition/workflow.ts';
import type { FlowGraph } from './flow-graph.ts';

/** What a rule may look at beside the document: read once, shared by all rules. */
export interface LintPorts {
  readonly catalog?: Catalog;
  /** The instant a rule compares dates with; without it such a rule says nothing. */
  readonly at?: string;
  readonly reading: ShapeReading;
  readonly graph: FlowGraph;
}

/** One habit of good workflows: its code, its severity, and every place that breaks it. */
export interface LintRule {
  readonly code: IssueCode;
  readonly severity: Severity;
  check(workflow: Workflow, ports: LintPorts): readonly Issue[];
}

/** A rule with the severity its code has in the message tables. */
export function lintRule(code: IssueCode, check: LintRule['check']): LintRule {
  return { code, severity: messages[code].severity, check };
}
