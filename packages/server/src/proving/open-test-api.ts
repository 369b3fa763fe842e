import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ApiPorts } from '../api/api-ports.ts';
import { createApi } from '../api/create-api.ts';
import { type Installation, openInstallation } from '../host/installation.ts';
import { readDocument } from '../host/read-document.ts';
import { findActor, savePeople } from '../store/people.ts';

const example = fileURLToPath(
  new URL('../../../../examples/security-aftersales/security-aftersales.workflow.json', import.meta.url),
);

export interface TestApi {
  readonly installation: Installation;
  /** A request of a person by id, `tenant/id` for another tenant; without one, of a stranger. */
  ask(path: string, asked?: Asked): Promise<Response>;
  /** A request exactly as given. */
  raw(path: string, init: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

export interface Asked {
  readonly as?: string;
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: { readonly [name: string]: string };
}

const people = [
  { id: 'agent-1', name: '王芳', roles: ['agent'] },
  { id: 'engineer-1', name: '李强', roles: ['engineer'] },
  { id: 'store-1', name: '赵敏', roles: ['storekeeper'] },
  { id: 'dispatcher-1', name: '陈晨', roles: ['dispatcher'] },
  { id: 'admin-1', name: '周宁', roles: ['right:workflow', 'right:operate', 'agent'] },
  { id: 'guest-1', name: '访客', roles: [] },
];

/** The HTTP side on a real host and database, on a clock that stands still. People are named by a header. */
export async function openTestApi(more: Partial<ApiPorts> = {}): Promise<TestApi> {
  const dataDir = await mkdtemp(join(tmpdir(), 'paidan-api-'));
  await chmod(dataDir, 0o755);
  const onError = (error: unknown) => console.error(error);
  const virtualStart = '2030-01-07T01:00:00.000Z';
  const installation = await openInstallation({ dataDir, onError, virtualStart });
  const { kysely, host, origin } = installation;
  for (const tenant of ['shenzhen', 'beijing'])
    await savePeople(
      kysely,
      people.map((person) => ({ ...person, tenant, facts: {} })),
      virtualStart,
    );
  const { value } = await readDocument(example);
  await host.publish(value, { tenant: 'shenzhen', actorId: 'admin-1' });
  const api = createApi({
    ...{ host, kysely, secret: 'only for tests', checkAnswers: true, newId: origin.newId },
    publicUrl: () => 'http://paidan.test',
    routingInput: async () => undefined,
    settleIncident: async () => 'unknown',
    hindrances: async () => [],
    uploads: { directory: join(dataDir, 'uploads') },
    signIn: async (request) => {
      const [id = '', tenant = 'shenzhen'] = (request.headers.get('x-person') ?? '').split('/').reverse();
      const actor = await findActor(kysely, { tenant, personId: id });
      return actor && { tenant, actor };
    },
    ...more,
  });
  return {
    installation,
    ask: async (path, { as, method, body, headers = {} } = {}) => {
      const sent = method ?? (body === undefined ? 'GET' : 'POST');
      return api.request(`http://paidan.test${path}`, {
        method: sent,
        headers: {
          ...(as === undefined ? {} : { 'x-person': as }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(sent === 'GET' ? {} : { 'idempotency-key': origin.newId() }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    },
    raw: async (path, init) => api.request(new URL(path, 'http://paidan.test').href, init),
    close: async () => {
      await installation.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A report that holds. */
export const report = {
  phone: '13800000000',
  customerName: '海岸学校',
  place: { address: '深圳市南山区海岸路1号' },
  sn: 'NVR20250001',
  description: '屏幕黑屏，重启无效果',
  ...{ deviceType: 'nvr', brand: 'hikvision', severity: 'P1', onSite: true, faultTags: ['black-screen'] },
};
