import { type Checked, hasErrors, type Issue } from '../issue/issue.ts';
import type { Json } from '../issue/json.ts';
import { checkCalendars } from './check-calendars.ts';
import { checkSize } from './check-size.ts';
import type { Catalog } from './definition/catalog-port.ts';
import { readShape } from './definition/read-shape.ts';
import { type Workflow, WorkflowShape } from './definition/workflow.ts';
import { checkExpressions } from './references/check-expressions.ts';
import { checkIds } from './references/check-ids.ts';
import { checkReferences } from './references/check-references.ts';

/**
 * A bundled document as a workflow, or every problem with it at once, in document order within each check: its shape
 * (`definition/schema`, `missing-key`, `unknown-key`, `unresolved-ref`), names that name nothing (`unknown-target`), ids used
 * twice or reserved, expressions outside the profile. A value that is no JSON, larger than 10 MB or deeper than 200 is
 * one issue and read no further. Never throws, and never changes what it is given.
 *
 * With a `catalog`, operations of connectors' manifests are known too.
 */
export function parseWorkflow(json: unknown, ports: { readonly catalog?: Catalog } = {}): Checked<Workflow> {
  const unreadable = checkSize(json);
  if (unreadable.length > 0) return { issues: unreadable };
  const document = json as Json;
  const reading = readShape(WorkflowShape, document);
  const issues = [
    ...reading.issues,
    ...checkIds(document),
    ...checkReferences(document, reading.named, ports.catalog),
    ...checkExpressions(document, reading.marked),
    ...checkCalendars(document),
  ];
  return isWorkflow(document, issues) ? { value: document, issues } : { issues };
}

function isWorkflow(document: unknown, issues: readonly Issue[]): document is Workflow {
  return !hasErrors(issues);
}
