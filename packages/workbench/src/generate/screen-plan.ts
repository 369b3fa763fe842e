import type { Workflow } from '@paidan/engine';
import type { Text } from '@paidan/engine/issue';
import type { Column } from './column.ts';
import { type DetailSection, detailSections } from './detail-sections.ts';
import { listColumns, listFilters, recordColumns } from './list-columns.ts';

/** A page of the application a role may have in its menu. */
export type Place = 'start' | 'desk' | 'board' | 'tasks' | 'field' | 'measures';

/** What is shown to holders of some roles, as data. Screens draw it and never ask for a field by name. */
export interface ScreenPlan {
  readonly workflow: string;
  readonly title: Text;
  readonly menu: readonly Place[];
  readonly landing: Place;
  /** Forms that begin a work order, for these roles. */
  readonly entries: readonly { readonly step: string; readonly form: string; readonly title: Text }[];
  readonly columns: readonly Column[];
  readonly list: readonly Column[];
  readonly filters: readonly Column[];
  readonly detail: readonly DetailSection[];
  readonly pools: readonly { readonly id: string; readonly steps: readonly string[] }[];
  readonly mayOverride: boolean;
}

/** Pure and the only place that decides what is shown; an empty plan is legal. */
export function screenPlan(workflow: Workflow, roles: readonly string[]): ScreenPlan {
  const columns = recordColumns(workflow, roles);
  const held = roles.flatMap((role) => workflow.roles[role] ?? []);
  const mayOverride = held.some(({ may = [] }) => may.includes('override'));
  const pools = poolsOf(workflow);
  const menu = menuOf(workflow, { roles, mayOverride, hasPools: pools.length > 0 });
  return {
    workflow: workflow.id,
    title: workflow.title,
    menu,
    landing: landingOf(menu, mayOverride),
    entries: entriesOf(workflow, roles),
    columns,
    list: listColumns(workflow, columns),
    filters: listFilters(columns),
    detail: detailSections(workflow, columns),
    pools: mayOverride ? pools : [],
    mayOverride,
  };
}

interface Rights {
  readonly roles: readonly string[];
  readonly mayOverride: boolean;
  readonly hasPools: boolean;
}

function menuOf(workflow: Workflow, { roles, mayOverride, hasPools }: Rights): readonly Place[] {
  const held = roles.flatMap((role) => workflow.roles[role] ?? []);
  if (!held.some(({ signIn }) => signIn !== 'link')) return [];
  const goes = isAssigned(workflow, roles);
  const readsAll = held.some(({ reads }) => reads === 'all');
  return [
    ...(goes && !mayOverride ? (['field'] as const) : []),
    'desk',
    ...(mayOverride && hasPools ? (['board'] as const) : []),
    'tasks',
    ...(readsAll && !goes ? (['measures'] as const) : []),
  ];
}

/** Whoever is sent lands on the phone's page, whoever sends on the board, everybody else on the desk. */
function landingOf(menu: readonly Place[], mayOverride: boolean): Place {
  if (menu.includes('field')) return 'field';
  return mayOverride && menu.includes('board') ? 'board' : 'desk';
}

function isAssigned({ flow }: Workflow, roles: readonly string[]): boolean {
  return Object.values(flow.steps).some((step) => step.kind === 'assign' && roles.includes(step.role));
}

function entriesOf({ flow, title, forms = {} }: Workflow, roles: readonly string[]): ScreenPlan['entries'] {
  return Object.entries(flow.steps).flatMap(([step, definition]) => {
    if (definition.kind !== 'form' || definition.stage !== 'trigger' || step !== flow.start) return [];
    const mayStart = definition.by.roles?.some((role) => roles.includes(role)) === true;
    const named = forms[definition.form]?.form.title ?? definition.title ?? title;
    return mayStart ? [{ step, form: definition.form, title: named }] : [];
  });
}

function poolsOf({ id, flow, routing = {} }: Workflow): ScreenPlan['pools'] {
  return Object.keys(routing).map((policy) => ({
    id: `${id}.${policy}`,
    steps: Object.entries(flow.steps).flatMap(([step, definition]) =>
      definition.kind === 'assign' && definition.policy === policy ? [step] : [],
    ),
  }));
}
