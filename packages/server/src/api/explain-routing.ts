import { isJsonObject, type Json, type JsonObject } from '@paidan/engine/issue';
import {
  type CompiledPolicy,
  compilePolicy,
  explain,
  type Plan,
  planAssignments,
  rankCandidates,
} from '@paidan/engine/routing';
import { visibleRecord } from '../gate/visible-record.ts';
import type { StoredWorkOrder } from '../host/host.ts';
import { findRoutingRecord } from '../store/routing-records.ts';
import type { RoutingInput } from './api-ports.ts';
import { assignStepOf } from './assign-step.ts';
import type { AnswerOf, PersonCall } from './call.ts';
import { namesOf } from './names.ts';

/** Candidates as of now, with the input to rank again in the browser; the record is cut to the reader's rights. */
export async function rankingOf(
  call: PersonCall,
  order: StoredWorkOrder,
): Promise<AnswerOf<'ranking'> | undefined> {
  const asked = await inputFor(call, order);
  const facts = asked?.input.workOrders.find(({ id }) => id === order.snapshot.workOrderId);
  if (asked === undefined || facts === undefined) return undefined;
  const { policy, input } = asked;
  const { record, ...rest } = facts;
  const seen = visibleRecord(order.version.compiled.workflow, call.person.roles, record);
  return {
    workOrderId: facts.id,
    at: input.at,
    policy: plain(input.policy),
    workOrder: { id: facts.id, record: seen.record, facts: plain(rest) },
    assignees: input.assignees.map(plain),
    names: await namesOf(call.ports, call.person.tenant),
    ranking: plain(rankCandidates(policy, facts, input.assignees, input.at)),
  };
}

interface Asked {
  readonly order: StoredWorkOrder;
  readonly assignee?: string;
}

/** Why, were it decided now. */
export async function explainNow(call: PersonCall, { order, assignee }: Asked): Promise<Json | undefined> {
  const asked = await inputFor(call, order);
  if (asked === undefined) return undefined;
  return explainPlan(planOf(asked.policy, asked.input), order.snapshot.workOrderId, assignee);
}

/** Why, as it was decided: from the input that was stored with the decision. */
export async function explainRecord(
  { ports, person }: PersonCall,
  { order, assignee, record }: Asked & { readonly record: string },
): Promise<Json | undefined> {
  const { tenant } = person;
  const { workOrderId } = order.snapshot;
  const found = await findRoutingRecord(ports.kysely, { tenant, hash: record });
  if (found === undefined || !isJsonObject(found.body)) return undefined;
  const plan = found.kind === 'plan' ? asPlan(found.body) : replan(asInput(found.body));
  const isPart = plan?.input.workOrders.some(({ id }) => id === workOrderId);
  return plan !== undefined && isPart === true ? explainPlan(plan, workOrderId, assignee) : undefined;
}

async function inputFor({ ports }: PersonCall, order: StoredWorkOrder) {
  const step = assignStepOf(order);
  const input = step === undefined ? undefined : await ports.routingInput([order], step);
  const policy = input && compilePolicy(input.policy).value;
  return input === undefined || policy === undefined ? undefined : { input, policy };
}

function explainPlan(plan: Plan, workOrderId: string, assignee: string | undefined): Json | undefined {
  const known = assignee === undefined || plan.input.assignees.some(({ id }) => id === assignee);
  return known ? plain(explain(plan, workOrderId, assignee)) : undefined;
}

function planOf(policy: CompiledPolicy, { workOrders, assignees, at }: RoutingInput): Plan {
  return planAssignments({ policy, workOrders, assignees, at });
}

function replan(input: RoutingInput): Plan | undefined {
  const { value: policy } = compilePolicy(input.policy);
  return policy && planOf(policy, input);
}

// Stored by the host itself, under the hash of these bytes.
function asPlan(body: JsonObject): Plan {
  return body as unknown as Plan;
}

function asInput(body: JsonObject): RoutingInput {
  return body as unknown as RoutingInput;
}

function plain(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value));
}
