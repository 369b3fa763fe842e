import { compilePolicy } from '@paidan/engine/routing';
import { mayLook } from '../gate/sight.ts';
import type { Person, StoredWorkOrder, Version } from '../host/host.ts';
import { selectWorkOrders } from '../store/listed-work-orders.ts';
import { listVersions } from '../store/version-rows.ts';
import type { AnswerOf, PersonCall } from './call.ts';
import { namesOf } from './names.ts';
import { rowOf } from './work-order-row.ts';

type Pool = AnswerOf<'pool'>;

/** One pool per policy of the workflows in force: who waits there, and who could take it. */
export async function poolsOf(call: PersonCall): Promise<readonly Pool[]> {
  const { ports, person } = call;
  const { tenant } = person;
  const listed = await listVersions(ports.kysely, { tenant });
  const current = listed.filter(({ isCurrent }) => isCurrent);
  const versions = await Promise.all(current.map(({ hash }) => ports.host.versionByHash(tenant, hash)));
  const names = await namesOf(ports, tenant);
  const shown = versions.flatMap((version) =>
    version !== undefined && mayLook(version.compiled.workflow, person.roles) ? [version] : [],
  );
  const pools = await Promise.all(shown.map((version) => poolsOfVersion(call, version, names)));
  return pools.flat();
}

async function poolsOfVersion(
  call: PersonCall,
  { compiled, workflowId }: Version,
  names: { readonly [id: string]: string },
): Promise<readonly Pool[]> {
  const { routing = {}, flow } = compiled.workflow;
  return Promise.all(
    Object.entries(routing).map(async ([id, json]) => {
      const { value: policy } = compilePolicy(json);
      const steps = Object.entries(flow.steps).flatMap(([step, definition]) =>
        definition.kind === 'assign' && definition.policy === id ? [step] : [],
      );
      const waiting = await waitingAt(call, workflowId, steps);
      return {
        id: `${workflowId}.${id}`,
        title: policy?.policy.title ?? id,
        policyHash: policy?.hash ?? '',
        waiting: waiting.map(({ order, step }) => waitingRow(order, step, call)),
        people: await peopleOf(call, waiting, names),
      };
    }),
  );
}

interface Waiting {
  readonly order: StoredWorkOrder;
  readonly step: string;
}

async function waitingAt(
  { ports, person }: PersonCall,
  workflowId: string,
  steps: readonly string[],
): Promise<readonly Waiting[]> {
  const { tenant } = person;
  const rows = await selectWorkOrders(ports.kysely, { tenant, steps });
  const orders = await Promise.all(
    rows
      .filter(({ snapshot }) => snapshot.workflow.id === workflowId)
      .map(async ({ snapshot, hash }) => {
        const version = await ports.host.versionByHash(tenant, hash);
        const step = steps.find((id) => snapshot.configuration === id);
        return version === undefined || step === undefined
          ? []
          : [{ order: { tenant, snapshot, version }, step }];
      }),
  );
  return orders.flat();
}

function waitingRow(
  { snapshot, version }: StoredWorkOrder,
  step: string,
  call: PersonCall,
): Pool['waiting'][number] {
  const route = snapshot.work[step]?.route;
  const { roles }: Person = call.person;
  return {
    ...rowOf(snapshot, { version, roles, now: call.ports.host.now() }),
    step,
    ...(route?.rung === undefined ? {} : { rung: route.rung }),
    offered: Object.entries(route?.offers ?? {}).map(([id, { assignee, state, leaseUntil }]) => ({
      ...{ id, state, leaseUntil },
      assignee: { id: assignee.id, name: assignee.name },
    })),
  };
}

const working: readonly string[] = ['offered', 'accepted', 'under-way', 'on-site'];

async function peopleOf(
  { ports }: PersonCall,
  waiting: readonly Waiting[],
  names: { readonly [id: string]: string },
): Promise<Pool['people']> {
  const [first] = waiting;
  if (first === undefined) return [];
  const same = waiting.filter(({ step }) => step === first.step).map(({ order }) => order);
  const input = await ports.routingInput(same, first.step);
  if (input === undefined) return [];
  const limit = Object.values(input.policy.requirements).find((one) => one.match === 'capacity');
  return input.assignees.map(({ id, assignments, shifts, paused }) => ({
    ...{ id, name: names[id] ?? id },
    loadOfDay: assignments.filter(({ state }) => working.includes(state)).length,
    capacity: limit?.atMost ?? 0,
    onShift: !paused && shifts.some(([from, to]) => from <= input.at && input.at < to),
  }));
}
