import type { JsonObject } from '@paidan/engine/issue';
import { addMs } from '@paidan/engine/time';
import { computeMeasures, type HeatMap, rootCauseHeatMap, type WorkOrderLog } from '@paidan/insight';
import { mayLook } from '../gate/sight.ts';
import { journalOf } from '../store/journal-rows.ts';
import { selectWorkOrders } from '../store/listed-work-orders.ts';
import { listPeople } from '../store/people.ts';
import type { ApiPorts } from './api-ports.ts';
import { done, type Handlers, type PersonCall } from './call.ts';
import { refuse } from './problem.ts';
import { weekOf } from './report-period.ts';

const dayMs = 86_400_000;
const longestDays = 400;

/** Figures with their sample and interval, and the reports a workflow names. */
export const insightHandlers = {
  measures: async (call) => {
    const days = Math.min(Math.max(Number(call.query['days'] ?? 30) || 30, 1), longestDays);
    const logs = await logsSince(call, addMs(call.ports.host.now(), -days * dayMs));
    return done(computeMeasures(logs).map(({ interval, ...figure }) => ({ ...figure, ...spread(interval) })));
  },
  report: async (call) => {
    const { ports, person, params, query } = call;
    const version = await ports.host.version(person.tenant, query['workflow'] ?? '');
    const workflow = version?.compiled.workflow;
    if (workflow === undefined || !mayLook(workflow, person.roles)) return refuse('gate/not-found');
    const report = workflow.reports?.[params['id'] ?? ''];
    if (report?.measure !== 'rootCauseHeatMap') return refuse('gate/not-found');
    const week = weekOf(query['period'], { now: ports.host.now(), timeZone: workflow.timeZone });
    if (week === undefined)
      return refuse('request/schema', { where: 'period', found: query['period'] ?? '' });
    // A review comes days after its work order began, seldom later than a quarter of a year.
    const logs = await logsSince(call, addMs(week.from, -90 * dayMs), workflow.id);
    const by = query['by'] === 'deviceModel' ? 'deviceModel' : 'department';
    const map = rootCauseHeatMap({ logs, from: week.from, to: week.to, by });
    return done({ ...plain(map), id: params['id'] ?? '', period: week.period });
  },
} satisfies Partial<Handlers>;

function spread(interval: readonly [number, number] | undefined): { interval?: readonly [number, number] } {
  return interval === undefined ? {} : { interval };
}

async function logsSince(
  { ports, person }: PersonCall,
  since: string,
  workflowId?: string,
): Promise<readonly WorkOrderLog[]> {
  const { tenant, roles } = person;
  const orders = await selectWorkOrders(ports.kysely, { tenant, since });
  const versions = new Map<string, boolean>();
  for (const hash of new Set(orders.map((order) => order.hash))) {
    const version = await ports.host.versionByHash(tenant, hash);
    versions.set(hash, version !== undefined && mayLook(version.compiled.workflow, roles));
  }
  const seen = orders.filter(
    ({ hash, snapshot }) =>
      versions.get(hash) === true && (workflowId === undefined || snapshot.workflow.id === workflowId),
  );
  const workOrderIds = seen.map(({ snapshot }) => snapshot.workOrderId);
  const rows = Map.groupBy(await journalOf(ports.kysely, { tenant, workOrderIds }), (row) => row.workOrderId);
  const departments = await departmentsOf(ports, tenant);
  return seen.map(({ snapshot }) => {
    const { workOrderId, number, createdAt, record, workflow, assignees } = snapshot;
    const last = Object.values(assignees).at(-1)?.id;
    const department = last === undefined ? undefined : departments.get(last);
    const log = {
      workOrderId,
      number,
      createdAt,
      record,
      workflow: workflow.id,
      decisions: rows.get(workOrderId) ?? [],
    };
    return department === undefined ? log : { ...log, department };
  });
}

/** The department of each person, as their facts have it. */
async function departmentsOf({ kysely }: ApiPorts, tenant: string): Promise<ReadonlyMap<string, string>> {
  const people = await listPeople(kysely, tenant);
  return new Map(
    people.flatMap(({ id, facts }) => {
      const { department } = facts;
      return typeof department === 'string' ? [[id, department] as const] : [];
    }),
  );
}

function plain(map: HeatMap): JsonObject {
  return { ...map, cells: map.cells.map((cell) => ({ ...cell })) };
}
