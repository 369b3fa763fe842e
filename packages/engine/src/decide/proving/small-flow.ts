import type { Workflow } from '../../author/definition/workflow.ts';
import { compileWorkflow } from '../../compile/compile-workflow.ts';
import type { CompiledWorkflow } from '../../compile/compiled-workflow.ts';
import type { Json, JsonObject } from '../../issue/json.ts';
import { WorkflowFault } from '../../issue/workflow-fault.ts';
import { addMs, type Instant } from '../../time/instant.ts';
import type { Actor } from '../actor.ts';
import { decide } from '../decide.ts';
import type { Decision, MovedDecision } from '../decision.ts';
import type { Entry } from '../entry.ts';
import type { WorkOrderEvent } from '../event.ts';
import type { Snapshot } from '../snapshot.ts';
import { type StartInput, startWorkOrder } from '../start-work-order.ts';
import { formOf, plainForms } from './plain-forms.ts';

/** Friday 2026-01-09, 10:00 in Shanghai. */
export const opening: Instant = '2026-01-09T02:00:00.000Z';

export const system: Actor = { id: 'system', name: 'system', roles: [] };
export const customer: Actor = { id: 'wang', name: '王女士', roles: ['customer'] };
export const agent: Actor = { id: 'chen', name: '陈晨', roles: ['agent'] };
export const engineer: Actor = { id: 'li', name: '李工', roles: ['engineer'] };
export const chief: Actor = { id: 'zhao', name: '赵主管', roles: ['chief'] };

type Parts = Partial<Omit<Workflow, 'flow'>>;

const readsAll = { reads: 'all' as const };

/**
 * A workflow of these steps, the first one its start: four roles, a record that takes anything, and for every form a
 * step names one that asks for nothing.
 */
export function smallWorkflow(
  flow: Omit<Workflow['flow'], 'start'> & { start?: string },
  parts: Parts = {},
): Workflow {
  const [first = ''] = Object.keys(flow.steps);
  return {
    format: 1,
    id: 'small',
    title: 'Small',
    locales: ['zh-CN', 'en'],
    timeZone: 'Asia/Shanghai',
    record: { type: 'object', properties: {} },
    roles: {
      customer: {
        title: { 'zh-CN': '客户', en: 'Customer' },
        ...readsAll,
        writes: ['/sn', '/note', '/signature'],
      },
      agent: {
        title: { 'zh-CN': '客服', en: 'Agent' },
        ...readsAll,
        writes: ['/sn', '/note', '/severity', '/remote'],
      },
      engineer: {
        title: { 'zh-CN': '工程师', en: 'Engineer' },
        ...readsAll,
        writes: ['/note', '/check', '/parts'],
      },
      chief: {
        title: { 'zh-CN': '主管', en: 'Chief' },
        ...readsAll,
        writes: ['/note', '/severity'],
        may: ['override', 'repair'],
      },
    },
    forms: { blank: formOf('', 'note'), report: formOf('', 'sn', 'note', 'severity') },
    ...parts,
    flow: { start: first, ...flow },
  };
}

/** Compiled; a test whose workflow has issues fails with them. */
export function compiledOf(workflow: Workflow): CompiledWorkflow {
  const { value, issues } = compileWorkflow(workflow, { forms: plainForms });
  if (value !== undefined) return value;
  throw new WorkflowFault(
    'proving/issues',
    JSON.stringify(issues.map(({ code, pointer, data }) => [code, pointer, data])),
    'give-up',
  );
}

type EventOf<Event> = Event extends unknown ? Omit<Event, 'actor'> : never;

/** A work order in a test's hands: every event is decided on a frozen snapshot, one second after the last. */
export interface Story {
  readonly compiled: CompiledWorkflow;
  snapshot: Snapshot;
  at: Instant;
  readonly decisions: Decision[];
  readonly events: { readonly event: WorkOrderEvent; readonly at: Instant }[];
  /** Decides; the answer is kept, and a moved one is what the next event meets. */
  tell(actor: Actor, event: EventOf<WorkOrderEvent>, later?: number): Decision;
  last(): MovedDecision;
  /** Entries of the last decision of one kind. */
  entries<Kind extends Entry['kind']>(kind: Kind): readonly Extract<Entry, { kind: Kind }>[];
}

export function storyOf(compiled: CompiledWorkflow, start: Partial<StartInput> = {}): Story {
  const input: StartInput = { workOrderId: 'wo-1', number: 'WO-1', actor: agent, ...start };
  const first = movedOf(startWorkOrder(compiled, deepFreeze(input), opening));
  const story: Story = {
    compiled,
    snapshot: first.snapshot,
    at: opening,
    decisions: [first],
    events: [],
    tell(actor, event, later = 1000) {
      story.at = addMs(story.at, later);
      const whole: WorkOrderEvent = deepFreeze({ ...event, actor });
      const decision = decide(compiled, deepFreeze(story.snapshot), whole, story.at);
      story.events.push({ event: whole, at: story.at });
      story.decisions.push(decision);
      if (decision.kind === 'moved') story.snapshot = decision.snapshot;
      return decision;
    },
    last: () => movedOf(story.decisions.at(-1)),
    entries: (kind) => story.last().entries.filter((entry) => isOfKind(entry, kind)),
  };
  return story;
}

function isOfKind<Kind extends Entry['kind']>(
  entry: Entry,
  kind: Kind,
): entry is Extract<Entry, { kind: Kind }> {
  return entry.kind === kind;
}

export function movedOf(decision: Decision | undefined): MovedDecision {
  if (decision?.kind === 'moved') return decision;
  throw new WorkflowFault('proving/refused', `Expected a move, found ${JSON.stringify(decision)}`, 'give-up');
}

/** Codes of a refusal; a move has none. */
export function codesOf(decision: Decision): readonly string[] {
  return decision.kind === 'refused' ? decision.issues.map(({ code }) => code) : [];
}

export function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}

/** Short forms of rules, as tests read best. */
export const is = (name: string, value: Json): JsonObject => ({ '==': [{ var: name }, value] });
