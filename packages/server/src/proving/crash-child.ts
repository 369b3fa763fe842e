import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '../host/host.ts';
import { type Installation, openInstallation } from '../host/installation.ts';
import { startWorker } from '../jobs/worker.ts';
import { startedWorkOrderId } from '../store/linked-id.ts';
import { crashAround, crashOutside, passOf } from './crash-points.ts';
import { crashWorkflow } from './crash-workflow.ts';

// The server under test: a process of its own, made to die. It says on its standard output what it asked and what was
// acknowledged, one line each; `crash-run.ts` listens.

const { PAIDAN_CRASH_DATA = '', PAIDAN_CRASH_SINK = '', PAIDAN_CRASH_LIFE = '0' } = process.env;
const { PAIDAN_CRASH_AT, PAIDAN_CRASH_REPEAT = '', PAIDAN_CRASH_LANES = '4' } = process.env;

const tenant = 't';
const actor = { id: 'worker-1', name: '李强', roles: ['worker'] };
const pauseMs = 100;
const pass = passOf(PAIDAN_CRASH_AT);
const say = (line: string) => process.stdout.write(`${line}\n`);
const onError = (error: unknown) => process.stderr.write(`${String(error)}\n`);

const installation = await openInstallation({
  dataDir: PAIDAN_CRASH_DATA,
  settings: { SINK_URL: PAIDAN_CRASH_SINK },
  reach: [{ cidr: '127.0.0.1/32' }],
  onError,
});
pass('start-up');
crashAround(installation, pass);
await publish(installation);
const { host } = installation;
const worker = startWorker({
  ...{ host, kysely: installation.kysely, boss: installation.boss, now: host.now, onError },
  outside: crashOutside(installation.outside, pass),
});
host.onMoved(() => worker.nudge());
say('ready');

for (const commandId of PAIDAN_CRASH_REPEAT.split(' ').filter((id) => id !== '')) await persist(commandId);
say('repeated');
await Promise.all(Array.from({ length: Number(PAIDAN_CRASH_LANES) }, (_, lane) => goOn(lane)));

async function publish({ host: publisher }: Installation): Promise<void> {
  if ((await publisher.version(tenant, 'crash')) !== undefined) return;
  const { value, issues } = await publisher.publish(crashWorkflow, { tenant, actorId: 'admin' });
  if (value === undefined) throw new Error(JSON.stringify(issues, undefined, 2));
}

async function goOn(lane: number): Promise<never> {
  for (let nth = 0; ; nth += 1) {
    const name = `${PAIDAN_CRASH_LIFE}-${lane}-${nth}`;
    await persist(`start/${name}`);
    await persist(`go/${name}`);
    await sleep(pauseMs);
  }
}

/** As a caller does: the same command again until there is an answer. */
async function persist(commandId: string): Promise<void> {
  say(`asked ${commandId}`);
  for (;;) {
    const answer = await command(commandId).catch((error: unknown) => void onError(error));
    if (answer?.kind === 'done') return void say(`done ${commandId}`);
    if (answer !== undefined) return void say(`wrong ${commandId} ${JSON.stringify(answer)}`);
    await sleep(pauseMs);
  }
}

function command(commandId: string): Promise<Answer> {
  const [kind, name] = commandId.split('/');
  const envelope = { tenant, commandId, fingerprint: commandId };
  if (kind === 'start') return host.start({ workflowId: 'crash', actor, record: {} }, envelope);
  const workOrderId = startedWorkOrderId(tenant, `start/${name}`);
  return host.send(workOrderId, { kind: 'send', event: 'go' }, actor, envelope);
}
