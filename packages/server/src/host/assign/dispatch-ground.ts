import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Actor, OfferWork, Snapshot } from '@paidan/engine';
import type { JsonObject } from '@paidan/engine/issue';
import type { Instant } from '@paidan/engine/time';
import type { JobPorts } from '../../jobs/job-ports.ts';
import { startWorker } from '../../jobs/worker.ts';
import { savePeople } from '../../store/people.ts';
import type { Answer, EventWithoutEnvelope } from '../host.ts';
import { type Installation, type InstallationOptions, openInstallation } from '../installation.ts';
import type { VirtualOrigin } from '../origin.ts';
import { readDocument } from '../read-document.ts';
import { type VirtualTime, virtualTime } from '../virtual-time.ts';

const workflowId = 'security-aftersales';
const example = fileURLToPath(
  new URL('../../../../../examples/security-aftersales/security-aftersales.workflow.json', import.meta.url),
);
const day: readonly [Instant, Instant] = ['2030-01-07T00:30:00.000Z', '2030-01-07T10:30:00.000Z'];
const virtualStart: Instant = '2030-01-07T01:00:00.000Z';
const agent: Actor = { id: 'agent', name: '王芳', roles: ['agent'] };

/** A running server on a clock of its own, for proofs; its day begins at nine on a Monday. */
export interface DispatchGround {
  readonly installation: Installation;
  readonly ports: JobPorts;
  readonly time: VirtualTime;
  readonly troubles: unknown[];
  readonly dataDir: string;
  readonly operations: NonNullable<InstallationOptions['operations']>;
  /** A tenant of its own with the example's workflow. */
  company(tenant: string): Promise<Company>;
  close(): Promise<void>;
}

export interface Company {
  readonly tenant: string;
  /** Adds engineers of this day's shift; what is given replaces their usual facts. */
  engineers(people: { readonly [id: string]: JsonObject }, roles?: readonly string[]): Promise<void>;
  /** A report, answered before anything it asks for is performed; returns its id. */
  start(sn: string, values?: JsonObject): Promise<string>;
  /** The same, as far as it comes by itself. */
  report(sn: string, values?: JsonObject): Promise<string>;
  snapshot(workOrderId: string): Promise<Snapshot>;
  offers(workOrderId: string): Promise<readonly MadeOffer[]>;
  send(workOrderId: string, event: EventWithoutEnvelope, personId: string): Promise<Answer>;
}

export type MadeOffer = OfferWork & { readonly id: string; readonly token: number };

export async function openDispatchGround(
  options: Partial<InstallationOptions> = {},
): Promise<DispatchGround> {
  const dataDir = await mkdtemp(join(tmpdir(), 'paidan-dispatch-'));
  await chmod(dataDir, 0o755);
  const troubles: unknown[] = [];
  const onError = (error: unknown) => void troubles.push(error);
  const operations = {
    'erp.deviceBySn': async ({ sn }: JsonObject) => ({ sn: sn ?? '', deviceType: 'ipc' }),
  };
  const installation = await openInstallation({
    ...{ dataDir, virtualStart, onError, operations, ...options },
  });
  const { host } = installation;
  const ports: JobPorts = { ...installation, now: host.now };
  // Without loops: jobs are performed when a proof says so, and by as many workers as it takes.
  const worker = startWorker({ ...ports, onError, pollMs: 3_600_000 });
  const time = virtualTime(installation, installation.origin as VirtualOrigin, worker);
  const { value } = await readDocument(example);
  return {
    ...{ installation, ports, time, troubles, dataDir, operations },
    company: async (tenant) => {
      const made = await host.publish(value, { tenant, actorId: 'admin' });
      if (made.value === undefined) throw new RangeError(JSON.stringify(made.issues));
      return openCompany(installation, time, tenant);
    },
    close: async () => {
      await worker.stop();
      await installation.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function openCompany({ host, kysely }: Installation, time: VirtualTime, tenant: string): Company {
  let commands = 0;
  const command = () => {
    commands += 1;
    return { tenant, commandId: `command-${commands}`, fingerprint: 'f' };
  };
  const snapshot = async (workOrderId: string) => {
    const loaded = await host.load(tenant, workOrderId);
    if (loaded === undefined) throw new RangeError(`there is no work order ${workOrderId}`);
    return loaded.snapshot;
  };
  const start = async (sn: string, values: JsonObject = {}) => {
    const submission = { values: { ...usual(sn), ...values }, acknowledged: ['device'] };
    const answer = await host.start({ workflowId, actor: agent, submission }, command());
    if (answer.kind !== 'done') throw new RangeError(JSON.stringify(answer));
    return answer.workOrderId;
  };
  return {
    ...{ tenant, snapshot, start },
    engineers: (people, roles = ['engineer']) => {
      const rows = Object.entries(people).map(([id, facts]) => ({
        ...{ tenant, id, name: id, roles },
        facts: { ...usualFacts, ...facts },
      }));
      return savePeople(kysely, rows, host.now());
    },
    report: async (sn, values) => {
      const id = await start(sn, values);
      await time.settle();
      return id;
    },
    offers: async (workOrderId) => {
      const { work } = await snapshot(workOrderId);
      const { offers = {}, token = 0 } = work['dispatch']?.route ?? {};
      return Object.entries(offers).map(([id, offer]) => ({ id, token, ...offer }));
    },
    send: (workOrderId, event, personId) =>
      host.send(workOrderId, event, { id: personId, name: personId, roles: ['engineer'] }, command()),
  };
}

const usualFacts: JsonObject = {
  ...{ zone: 'Asia/Shanghai', shifts: [day], absences: [], onDuty: [], department: '售后一部' },
  certificates: { hikvision: [['2029-01-01T00:00:00.000Z', '2031-01-01T00:00:00.000Z']] },
  levels: { 'ipc/hikvision': 3, 'nvr/hikvision': 3 },
  home: { latitude: 22.5, longitude: 113.9 },
};

function usual(sn: string): JsonObject {
  return {
    phone: `138${sn.slice(-8).padStart(8, '0')}`,
    customerName: '海岸学校',
    place: { address: '深圳市南山区海岸路1号', latitude: 22.51, longitude: 113.91 },
    sn,
    description: '画面黑屏，重启没有效果',
    ...{ deviceType: 'ipc', brand: 'hikvision', severity: 'P1', onSite: true, faultTags: ['black-screen'] },
  };
}
