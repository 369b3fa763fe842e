import { existsSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseReach } from '@paidan/connectors';
import { WorkflowFault } from '@paidan/engine/issue';
import { createServer, readConfiguration, type Server } from '@paidan/server';
import { standInSecrets } from '../stand-ins/keys.ts';
import { type StandIns, startStandIns } from '../stand-ins/start-stand-ins.ts';
import { createWorld, type World } from '../world/world.ts';
import { demoOf } from './demo.ts';
import { greeting } from './greeting.ts';
import { seedDemo, seededCount } from './seed-demo.ts';
import { signInByPlace } from './sign-in-by-place.ts';

// The example as `npm start` runs it: outside systems, server, people, a filled demo.
const folder = new URL('../', import.meta.url);
const documents = ['spare-part-claim', 'security-aftersales'].map((name) =>
  fileURLToPath(new URL(`${name}.workflow.json`, folder)),
);
const screens = fileURLToPath(new URL('app/dist', folder));
const { dataDir = '.paidan' } = readConfiguration(process.env);
const marker = join(dataDir, 'demo-seeded.json');
const port = Number(process.env['PORT'] ?? 8787);
const lan = process.env['PAIDAN_LAN'] === undefined ? undefined : lanAddress();

let stopping: Promise<void> | undefined;
let opened: { readonly server: Server; readonly standIns: StandIns } | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());

try {
  await start();
} catch (fault) {
  await opened?.standIns.close();
  // A fault says what to do; anything else is ours to look into, with its trace.
  process.stderr.write(
    `${fault instanceof WorkflowFault ? fault.message : String(fault instanceof Error ? fault.stack : fault)}\n`,
  );
  process.exit(1);
}

async function start(): Promise<void> {
  const world = createWorld({ seed: 7, now: new Date().toISOString(), days: 1 });
  const standIns = await startStandIns({ devices: world.devices });
  const server = await openServer(world, standIns);
  opened = { server, standIns };
  const { people, customers } = world;
  await server.people.save(
    people.map(({ id, name, roles, rights, phone, facts }) => ({
      ...{ id, name, phone, facts: { ...facts } },
      roles: [...roles, ...rights.map((right) => `right:${right}`)],
    })),
  );
  await server.customers.add(
    customers.map(({ place, ...customer }) => ({ ...customer, place: { ...place } })),
  );
  for (const [name, value] of Object.entries(standInSecrets)) await server.secrets.write(name, value);
  const seeded = await seedDemo({ server, world, marker });
  process.stdout.write(
    greeting({ url: server.url ?? '', standIns, people, seeded, hasScreens: existsSync(screens) }),
  );
}

function openServer(world: World, standIns: StandIns): Promise<Server> {
  const hostname = lan === undefined ? '127.0.0.1' : '0.0.0.0';
  return createServer({
    ...{ dataDir, workflows: documents, listen: { port, hostname } },
    ...{ settings: standIns.settings, reach: parseReach(standIns.reach) },
    signIn: signInByPlace(world.people),
    demo: () =>
      demoOf(world.people, {
        lanUrl: lan === undefined ? undefined : `http://${lan}:${port}`,
        seeded: () => seededCount(marker),
      }),
    ...(existsSync(screens) ? { screens } : {}),
  });
}

/** Once: stop taking requests, finish what is under way, end the database. Twice: leave at once. */
async function stop(): Promise<void> {
  if (stopping !== undefined) process.exit(130);
  process.stdout.write(
    '\n正在停止… 再按一次 Ctrl-C 立即退出\nStopping… press Ctrl-C again to leave at once\n',
  );
  stopping = (async () => {
    await opened?.server.close();
    await opened?.standIns.close();
  })();
  await stopping;
  process.exit(0);
}

function lanAddress(): string | undefined {
  const addresses = Object.values(networkInterfaces()).flatMap((found) => found ?? []);
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
}
