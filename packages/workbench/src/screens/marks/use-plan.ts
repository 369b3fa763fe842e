import type { JsonObject } from '@paidan/engine/issue';
import { useMemo } from 'react';
import { useAnswer, useAnswers } from '../../client/queries.tsx';
import { type ScreenPlan, screenPlan } from '../../generate/screen-plan.ts';
import { type WorkflowDocument, workflowDocument } from '../../generate/workflow-document.ts';

export interface Planned {
  readonly workflow: WorkflowDocument;
  readonly plan: ScreenPlan;
}

/** A version's document and what it makes of the screens for the person signed in. */
export function usePlan(workflowId: string | undefined, hash?: string): Planned | undefined {
  const roles = useAnswer('me').data?.roles.join(' ');
  const document = useAnswer('workflow', {
    params: { id: workflowId ?? '' },
    query: { hash },
    enabled: workflowId !== undefined,
  }).data;
  return useMemo(() => {
    if (document === undefined || roles === undefined) return undefined;
    return plannedOf(document, roles.split(' '));
  }, [document, roles]);
}

export interface Plans {
  readonly all: readonly Planned[];
  /** The workflow this person works in most: one they may begin, else the one with most work running. */
  readonly main: Planned | undefined;
  readonly isReady: boolean;
}

/** Every workflow in force that has a place for this person. */
export function usePlans(): Plans {
  const roles = useAnswer('me').data?.roles.join(' ');
  const rows = useAnswer('workflows').data;
  const questions = (rows ?? []).map(({ id }) => ({ params: { id } }));
  const documents = useAnswers('workflow', questions);
  const isReady = roles !== undefined && rows !== undefined && documents.every((one) => one !== undefined);
  return useMemo(() => {
    const held = roles?.split(' ') ?? [];
    const all = documents.flatMap((document) => (document === undefined ? [] : [plannedOf(document, held)]));
    const seen = all.filter(({ plan }) => plan.menu.length > 0);
    const standing = (one: Planned) => {
      const row = rows?.find(({ id }) => id === one.workflow.id);
      return [one.plan.entries.length > 0 ? 1 : 0, one.plan.menu.length, row?.running ?? 0];
    };
    const [main] = [...seen].sort((one, other) => compareLists(standing(other), standing(one)));
    return { all: seen, main, isReady };
  }, [documents, roles, rows, isReady]);
}

function compareLists(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, place) => value !== other[place]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

function plannedOf(document: JsonObject, roles: readonly string[]): Planned {
  const workflow = workflowDocument(document);
  return { workflow, plan: screenPlan(workflow, roles) };
}
