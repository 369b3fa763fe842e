import { hashWorkflow, parseWorkflow } from '@paidan/engine';
import { type Checked, formatIssue, hasErrors, type JsonObject, WorkflowFault } from '@paidan/engine/issue';
import type { Installation } from './installation.ts';
import { readDocument } from './read-document.ts';

/** Publishes the documents a server is started with. One that is in force already, or was, changes nothing. */
export async function publishAll(
  { host }: Pick<Installation, 'host'>,
  tenant: string,
  workflows: readonly (string | JsonObject)[],
): Promise<void> {
  for (const workflow of workflows) {
    const document =
      typeof workflow === 'string' ? await readDocument(workflow) : { value: workflow, issues: [] };
    const name = typeof workflow === 'string' ? workflow : 'document';
    const bundled = required(document, name);
    // A designer may have published since: a restart must not put the file's older version back in force.
    const parsed = required(parseWorkflow(bundled), name);
    if ((await host.versionByHash(tenant, hashWorkflow(parsed))) !== undefined) continue;
    required(await host.publish(bundled, { tenant, actorId: 'system' }), name);
  }
}

function required<Value>({ value, issues }: Checked<Value>, name: string): Value {
  if (value !== undefined && !hasErrors(issues)) return value;
  const lines = issues
    .filter((found) => found.severity === 'error')
    .map(
      (found) => `  ${found.pointer || '/'}  ${formatIssue(found, 'zh-CN')}\n    ${formatIssue(found, 'en')}`,
    );
  throw new WorkflowFault('document/refused', `${name}\n${lines.join('\n')}`, 'give-up');
}
