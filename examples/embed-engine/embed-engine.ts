import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Actor,
  compileWorkflow,
  type Decision,
  decide,
  parseWorkflow,
  startWorkOrder,
} from '@paidan/engine';
import { formatIssue } from '@paidan/engine/issue';
import { formsKernel } from '@paidan/forms';
import document from '../two-step/two-step.workflow.json' with { type: 'json' };

const workflow = parseWorkflow(document).value ?? fail('the document has errors');
const compiled = compileWorkflow(workflow, { forms: formsKernel }).value ?? fail('it does not compile');
const worker: Actor = { id: 'chen', name: '陈刚', roles: ['worker'] };
const store = join(mkdtempSync(join(tmpdir(), 'my-store-')), 'WO-1.json');

/** One decision: the snapshot is the application's to keep, the effects are its to carry out. */
function keep(decision: Decision): void {
  if (decision.kind === 'refused') {
    for (const issue of decision.issues) console.log('refused:', formatIssue(issue, 'en'));
    return;
  }
  writeFileSync(store, JSON.stringify(decision.snapshot));
  for (const effect of decision.effects) console.log('to do:', effect.kind, effect.id);
}

const load = () => JSON.parse(readFileSync(store, 'utf8'));
const now = () => new Date().toISOString();

keep(startWorkOrder(compiled, { workOrderId: 'WO-1', number: 'WO-1', actor: worker }, now()));
keep(decide(compiled, load(), { kind: 'send', event: 'repaired', actor: worker }, now()));
console.log('stands at', load().configuration, 'with', JSON.stringify(load().record));

function fail(reason: string): never {
  throw new Error(reason);
}
