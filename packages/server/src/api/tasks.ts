import { mayLook } from '../gate/sight.ts';
import type { Person } from '../host/host.ts';
import { workOrdersOf } from '../store/listed-work-orders.ts';
import { findTask, openTasks, openTasksFor, type TaskRow } from '../store/open-tasks.ts';
import type { ApiPorts } from './api-ports.ts';
import { type AnswerOf, done, type Handlers } from './call.ts';
import { findOrder } from './found-order.ts';
import { refuse } from './problem.ts';
import { taskView } from './task-view.ts';

type Page = AnswerOf<'tasks'>;

const most = 200;

/** Open tasks: mine by the clock that runs out first, everybody's by age, and one by id. */
export const taskHandlers = {
  myTasks: async ({ ports, person }) => {
    const rows = await openTasksFor(ports.kysely, person, most);
    const { items, count } = await pageOf(ports, person, rows);
    const byClock = [...items].sort((one, other) => compare(one.dueAt ?? '~', other.dueAt ?? '~'));
    return done({ items: byClock, count });
  },
  tasks: async ({ ports, person }) => {
    const { tenant } = person;
    return done(await pageOf(ports, person, await openTasks(ports.kysely, { tenant, limit: most })));
  },
  task: async (call) => {
    const { ports, person, params } = call;
    const row = await findTask(ports.kysely, { tenant: person.tenant, id: params['id'] ?? '' });
    if (row === undefined) return refuse('gate/not-found');
    const found = await findOrder(call, row.workOrderId);
    if (found.kind !== 'found') return found;
    const { snapshot, version } = found.order;
    return done(taskView(row.task, snapshot, { version, person }));
  },
} satisfies Partial<Handlers>;

async function pageOf(ports: ApiPorts, person: Person, rows: readonly TaskRow[]): Promise<Page> {
  const ids = [...new Set(rows.map(({ workOrderId }) => workOrderId))];
  const orders = await workOrdersOf(ports.kysely, { tenant: person.tenant, ids });
  const byId = new Map(orders.map((order) => [order.snapshot.workOrderId, order]));
  const items = await Promise.all(
    rows.map(async ({ task, workOrderId }) => {
      const order = byId.get(workOrderId);
      const version = order && (await ports.host.versionByHash(person.tenant, order.hash));
      if (order === undefined || version === undefined) return [];
      if (!mayLook(version.compiled.workflow, person.roles)) return [];
      return [taskView(task, order.snapshot, { version, person })];
    }),
  );
  const shown = items.flat();
  return { items: shown, count: { value: shown.length, exact: rows.length < most } };
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
