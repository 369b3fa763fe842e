import { formatIssue } from '../issue/format-issue.ts';
import type { Json } from '../issue/json.ts';
import { WorkflowFault } from '../issue/workflow-fault.ts';
import { checkExpression } from './check-expression.ts';

/** Refuses a rule outside the profile: documents are checked when they are parsed, so this one never was. */
export function requireProfile(rule: Json): void {
  const [first] = checkExpression(rule, '');
  if (first === undefined) return;
  const message = `Unchecked expression at "${first.pointer}": ${formatIssue(first, 'en')}`;
  throw new WorkflowFault('expression/outside-profile', message, 'give-up');
}
