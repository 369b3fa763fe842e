import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseReach } from '@paidan/connectors';
import { createServer, type Server, type VirtualTime } from '@paidan/server';
import type { WorkOrderView } from '@paidan/server/contract';
import { standInSecrets } from '../stand-ins/keys.ts';
import { type StandIns, startStandIns } from '../stand-ins/start-stand-ins.ts';
import { createWorld, type World } from '../world/world.ts';
import { type Asker, askerAt } from './asker.ts';

/** A Monday, 09:00 in Shenzhen. */
export const storyBegins = '2030-01-07T01:00:00.000Z';

/** The whole example on a virtual clock: database, server over HTTP, outside systems, people. */
export interface StoryGround {
  readonly server: Server;
  readonly standIns: StandIns;
  readonly time: VirtualTime;
  readonly world: World;
  /** Somebody of the company, signed in. */
  as(personId: string): Asker;
  /** A customer who opened the link to one work order. */
  customerOf(workOrderId: string): Promise<Asker>;
  close(): Promise<void>;
}

const folder = new URL('../', import.meta.url);
const documents = ['spare-part-claim', 'security-aftersales'].map((name) =>
  fileURLToPath(new URL(`${name}.workflow.json`, folder)),
);

export async function openStoryGround(): Promise<StoryGround> {
  const dataDir = await mkdtemp(join(tmpdir(), 'paidan-story-'));
  await chmod(dataDir, 0o755);
  const world = createWorld({ seed: 7, now: storyBegins, days: 1 });
  const clock = { now: () => Date.parse(storyBegins) };
  const standIns = await startStandIns({ now: () => clock.now() });
  const people = new Map(world.people.map((one) => [one.id, one]));
  const server = await createServer({
    dataDir,
    workflows: documents,
    virtualStart: storyBegins,
    listen: { port: 0 },
    settings: standIns.settings,
    reach: parseReach(standIns.reach),
    signIn: async (request) => {
      const person = people.get((request.headers.get('authorization') ?? '').replace('Bearer ', ''));
      return (
        person && {
          id: person.id,
          name: person.name,
          roles: [...person.roles, ...person.rights.map((right) => `right:${right}`)],
        }
      );
    },
  });
  const { time } = server;
  if (time === undefined) throw new Error('the server has no clock of its own');
  clock.now = () => Date.parse(time.now());
  await put(`${standIns.urls.crm}/_hook`, { url: `${server.url}/api/hooks/crm/crm-tickets` });
  await server.people.save(
    world.people.map(({ id, name, roles, phone, facts }) => ({
      id,
      name,
      roles,
      phone,
      facts: { ...facts },
    })),
  );
  await server.customers.add(world.customers);
  for (const [name, value] of Object.entries(standInSecrets)) await server.secrets.write(name, value);
  const as = (personId: string) => askerAt(server, { authorization: `Bearer ${personId}` }, time);
  return {
    ...{ server, standIns, time, world, as },
    customerOf: async (workOrderId) => {
      const { url } = await as('agent-1').post<{ url: string }>(
        `/work-orders/${workOrderId}/customer-link`,
        {},
      );
      const opened = await fetch(`${server.url}/api/customer/open`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
        body: JSON.stringify({ token: url.split('#')[1] }),
      });
      const cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      return askerAt(server, { cookie }, time);
    },
    close: async () => {
      await server.close();
      await standIns.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The CRM's staff change a ticket; what our hook answered to the pushes about it. */
export async function crmSays(
  { standIns, time }: StoryGround,
  number: string,
  change: object,
): Promise<readonly number[]> {
  const response = await put(`${standIns.urls.crm}/_tickets/${number}`, change);
  await time.settle();
  return (await response.json()).answers;
}

function put(url: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(url, { method: 'PUT', headers, body: JSON.stringify(body) });
}

export type { WorkOrderView };
