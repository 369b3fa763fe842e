import type { Workflow } from '@paidan/engine';
import type { Route } from '../contract/routes.ts';
import type { Asker } from './actor.ts';
import { mayLook } from './sight.ts';

/** Everything that can be asked for, apart from events, which the version's own roles decide. */
export type Intent =
  | { readonly kind: 'call'; readonly who: Route['who']; readonly hasDemo: boolean }
  | {
      readonly kind: 'see';
      readonly workflow: Workflow;
      readonly workOrderId: string;
      readonly tenant: string;
    }
  | { readonly kind: 'override'; readonly workflow: Workflow }
  | { readonly kind: 'start'; readonly workflow: Workflow };

/** `absent`: the same answer as for a thing that never was, so that nothing can be found out by asking. */
export type Verdict = 'yes' | 'sign-in' | 'not-permitted' | 'absent';

/** The one place that decides whether somebody may do something. */
export function may(asker: Asker, intent: Intent): Verdict {
  if (intent.kind === 'call') return mayCall(asker, intent.who, intent.hasDemo);
  if (asker.kind === 'nobody') return 'sign-in';
  const { person } = asker;
  switch (intent.kind) {
    case 'see':
      if (person.tenant !== intent.tenant) return 'absent';
      if (asker.kind === 'link' && asker.workOrderId !== intent.workOrderId) return 'absent';
      return mayLook(intent.workflow, person.roles) ? 'yes' : 'absent';
    case 'override':
      return person.roles.some((role) => intent.workflow.roles[role]?.may?.includes('override'))
        ? 'yes'
        : 'not-permitted';
    case 'start':
      return maySend(intent.workflow, person.roles) ? 'yes' : 'not-permitted';
  }
}

function mayCall(asker: Asker, who: Route['who'], hasDemo: boolean): Verdict {
  if (who === 'anybody') return 'yes';
  if (who === 'demo' && !hasDemo) return 'absent';
  if (asker.kind === 'nobody') return who === 'demo' ? 'yes' : 'sign-in';
  if (who === 'customer' || who === 'demo') return 'yes';
  if (asker.kind === 'link') return 'not-permitted';
  if (who === 'person') return 'yes';
  return asker.person.rights.includes(who) ? 'yes' : 'not-permitted';
}

// Whoever may answer the first form may start; where the first step asks nobody, any role of the version may.
function maySend(workflow: Workflow, roles: readonly string[]): boolean {
  const first = workflow.flow.steps[workflow.flow.start];
  if (first?.kind !== 'form' || first.by.roles === undefined) return mayLook(workflow, roles);
  return first.by.roles.some((role) => roles.includes(role));
}
