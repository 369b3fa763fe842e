import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import type { Actor } from '@paidan/engine';
import type { Server, WorkOrders } from '@paidan/server';
import type { Report } from '../world/reports.ts';
import type { World } from '../world/world.ts';

export interface Seeding {
  readonly server: Server;
  readonly world: World;
  /** Written when everything is there; a start that was killed half way goes on where it stopped. */
  readonly marker: string;
}

/** Reports of the last day, brought in the way a desk would: every check, every rule, every call is real. */
export async function seedDemo({ server, world, marker }: Seeding): Promise<number> {
  if (existsSync(marker)) return 0;
  const orders = server.workOrders('security-aftersales');
  const agents = world.people.filter(({ roles }) => roles.includes('agent'));
  let started = 0;
  for (const [index, report] of world.reports.entries()) {
    const agent = agents[index % agents.length];
    if (agent !== undefined && (await bringIn(orders, report, { agent, commandId: `seed-${index}` })))
      started += 1;
  }
  await writeFile(marker, JSON.stringify({ started }));
  return started;
}

interface Bringing {
  readonly agent: { readonly id: string; readonly name: string; readonly roles: readonly string[] };
  readonly commandId: string;
}

async function bringIn(orders: WorkOrders, report: Report, { agent, commandId }: Bringing): Promise<boolean> {
  const actor: Actor = { id: agent.id, name: agent.name, roles: agent.roles };
  const values = {
    ...{ phone: report.customer.phones[0] ?? '', sn: report.device.sn, description: report.description },
    ...{ severity: report.severity, onSite: report.onSite, place: { ...report.customer.place } },
  };
  const first = await orders.start(values, { actor, commandId });
  if (first.value !== undefined) return true;
  // A shared number, or a known fault of a known customer: the desk is asked, and answers as most callers want.
  const asked = new Set(first.issues.map(({ pointer }) => pointer));
  const again = await orders.start(
    {
      ...values,
      ...(asked.has('/customerId') ? { customerId: report.customer.id } : {}),
      ...(asked.has('/earlier/decision')
        ? { earlier: { decision: 'report-anyway', reason: '客户要求上门处理' } }
        : {}),
    },
    { actor, commandId: `${commandId}-again` },
  );
  return again.value !== undefined;
}

/** How many work orders the demo began with. */
export async function seededCount(marker: string): Promise<number> {
  if (!existsSync(marker)) return 0;
  const { started }: { readonly started: number } = JSON.parse(await readFile(marker, 'utf8'));
  return started;
}
