import type { Actor, Snapshot } from '@paidan/engine';
import { activeSteps, availableEvents, type Offered } from '@paidan/engine';
import { type Issue, type JsonObject, WorkflowFault } from '@paidan/engine/issue';
import type { Answer, EventWithoutEnvelope, Host, StoredWorkOrder } from './host.ts';
import { placeOf } from './submission.ts';

/** Who sends, and under which id: give one and a repeat is the same command. */
export interface Sender {
  readonly actor: Actor;
  readonly commandId?: string;
}

/** A work order in the hands of a program. Refusals come back as issues. */
export interface WorkOrder {
  readonly id: string;
  readonly number: string;
  /** The stored state, read now. */
  snapshot(): Promise<Snapshot>;
  submit(step: string, values: JsonObject, sender: Sender): Promise<readonly Issue[]>;
  send(event: EventWithoutEnvelope, sender: Sender): Promise<readonly Issue[]>;
  /** Resolves when the work order stands at a step; throws `work-order/not-in-time` after `withinMs`. */
  until(place: { readonly step: string }, limit?: { readonly withinMs?: number }): Promise<void>;
  available(sender: Sender): Promise<readonly Offered[]>;
}

export type Started =
  | { readonly value: WorkOrder; readonly issues: readonly Issue[] }
  | { readonly value?: undefined; readonly issues: readonly Issue[] };

/** Work orders of one workflow. */
export interface WorkOrders {
  start(values: JsonObject, sender: Sender): Promise<Started>;
  find(id: string): Promise<WorkOrder | undefined>;
}

export interface WorkOrderPorts {
  readonly host: Host;
  readonly tenant: string;
  readonly newId: () => string;
}

export function workOrdersOf(ports: WorkOrderPorts, workflowId: string): WorkOrders {
  return {
    start: async (values, { actor, commandId = ports.newId() }) => {
      const request = { workflowId, actor, ...(await firstValues(ports, workflowId, values)) };
      const answer = await ports.host.start(request, commandOf(ports, commandId, request));
      if (answer.kind !== 'done') return { issues: issuesOf(answer) };
      const stored = await ports.host.load(ports.tenant, answer.workOrderId);
      return stored === undefined ? { issues: [] } : { value: workOrder(ports, stored), issues: [] };
    },
    find: async (id) => {
      const stored = await ports.host.load(ports.tenant, id);
      return stored?.version.workflowId === workflowId ? workOrder(ports, stored) : undefined;
    },
  };
}

/** Answers where the first step asks for them; else the record begins with these values. */
async function firstValues({ host, tenant }: WorkOrderPorts, workflowId: string, values: JsonObject) {
  const flow = (await host.version(tenant, workflowId))?.compiled.workflow.flow;
  const asks = flow?.steps[flow.start]?.kind === 'form';
  return asks ? { submission: { values } } : { record: values };
}

const defaultLimitMs = 10_000;

function workOrder(
  ports: WorkOrderPorts,
  { snapshot: { workOrderId: id, number } }: StoredWorkOrder,
): WorkOrder {
  const { host, tenant } = ports;
  const load = async () => (await host.load(tenant, id)) ?? Promise.reject(unknownWorkOrder(id));
  const send = async (event: EventWithoutEnvelope, { actor, commandId = ports.newId() }: Sender) =>
    issuesOf(await host.send(id, event, actor, commandOf(ports, commandId, { id, event, actor })));
  return {
    id,
    number,
    send,
    snapshot: async () => (await load()).snapshot,
    submit: async (step, values, sender) => {
      const { version } = await load();
      const place = placeOf(version, { kind: 'submit', step, form: '', values });
      return send({ kind: 'submit', step, form: place?.form ?? '', values }, sender);
    },
    until: async ({ step }, { withinMs = defaultLimitMs } = {}) => {
      const isThere = async () => activeSteps((await load()).snapshot.configuration).includes(step);
      await arrival(host, { id, step, isThere, withinMs });
    },
    available: async ({ actor }) => {
      const { version, snapshot } = await load();
      return availableEvents(version.compiled, snapshot, actor);
    },
  };
}

interface Arrival {
  readonly id: string;
  readonly step: string;
  readonly isThere: () => Promise<boolean>;
  readonly withinMs: number;
}

// Listening begins before the first look, or a move in between would be missed.
async function arrival(host: Host, { id, step, isThere, withinMs }: Arrival): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const look = () => void isThere().then((there) => there && resolve(), reject);
  const silence = host.onMoved((moved) => moved.workOrderId === id && look());
  const late = new WorkflowFault(
    'work-order/not-in-time',
    `${id} did not reach ${step} in ${withinMs} ms`,
    'retry',
  );
  const timer = setTimeout(() => reject(late), withinMs);
  look();
  await promise.finally(() => {
    silence();
    clearTimeout(timer);
  });
}

function commandOf({ tenant }: WorkOrderPorts, commandId: string, request: unknown) {
  return { tenant, commandId, fingerprint: JSON.stringify(request) };
}

function issuesOf(answer: Answer): readonly Issue[] {
  if (answer.kind === 'done') return [];
  if (answer.kind === 'refused') return answer.issues;
  throw new WorkflowFault(`work-order/${answer.kind}`, `the command was answered: ${answer.kind}`, 'give-up');
}

function unknownWorkOrder(id: string): WorkflowFault {
  return new WorkflowFault('work-order/unknown', `there is no work order ${id}`, 'give-up');
}
