import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Installation, openInstallation } from './installation.ts';
import { readDocument } from './read-document.ts';

const tenant = 't';
const example = fileURLToPath(
  new URL('../../../../examples/security-aftersales/security-aftersales.workflow.json', import.meta.url),
);
let dataDir = '';
let installation: Installation;
const troubles: unknown[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'paidan-host-'));
  await chmod(dataDir, 0o755);
  installation = await openInstallation({
    dataDir,
    onError: (error) => troubles.push(error),
    virtualStart: '2030-01-07T01:00:00.000Z',
  });
}, 60_000);

afterAll(async () => {
  await installation.close();
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);

const agent = { id: 'agent-1', name: '王芳', roles: ['agent'] };

const values = {
  phone: '13800000000',
  customerName: '海岸学校',
  place: { address: '深圳市南山区海岸路1号' },
  sn: 'NVR20250001',
  description: '屏幕黑屏，重启无效果',
  ...{ deviceType: 'nvr', brand: 'hikvision', severity: 'P1', onSite: true, faultTags: ['black-screen'] },
};
const workflowId = 'security-aftersales';

test('publishes the example without an error', async () => {
  const { value } = await readDocument(example);
  const published = await installation.host.publish(value, { tenant, actorId: 'admin' });
  expect(published.issues.filter((one) => one.severity === 'error')).toEqual([]);
  expect(await installation.host.version(tenant, workflowId)).toMatchObject({ hash: published.value?.hash });
});

test('[B33] starts one work order however often the command comes', async () => {
  const request = { workflowId, actor: agent, submission: { values, acknowledged: ['device'] } };
  const command = { tenant, commandId: 'start-1', fingerprint: 'f' };
  const first = await installation.host.start(request, command);
  expect(first).toMatchObject({ kind: 'done', seq: 1, replayed: false });
  expect(await installation.host.start(request, command)).toEqual({ ...first, replayed: true });
  const other = await installation.host.start(request, { ...command, fingerprint: 'g' });
  expect(other).toEqual({ kind: 'command-id-reused' });
});

test('[S12] an unknown number becomes a customer with the report that brought it', async () => {
  const { host } = installation;
  const asked = { tenant, workflowId, formId: 'repair-report', lookupId: 'customer', actor: agent };
  const known = await host.lookup({ ...asked, params: { phone: '+8613800000000' } });
  expect(known).toMatchObject({ status: 'done', result: { customers: [{ name: '海岸学校' }] } });
  const unknown = await host.lookup({ ...asked, params: { phone: '+8613800000001' } });
  expect(unknown).toEqual({ status: 'done', result: { customers: [] } });
});

test('[S11] refuses a report whose answers do not hold, and stores the refusal', async () => {
  const { sn: _withoutSn, ...incomplete } = values;
  const request = { workflowId, actor: agent, submission: { values: incomplete } };
  const command = { tenant, commandId: 'start-2', fingerprint: 'f' };
  const refused = await installation.host.start(request, command);
  expect(refused).toMatchObject({ kind: 'refused' });
  expect(await installation.host.start(request, command)).toEqual({ ...refused, replayed: true });
});

test('[S13] demands a choice when the same customer reported the same fault within 30 days', async () => {
  const again = (decision?: object) =>
    installation.host.start(
      {
        ...{ workflowId, actor: agent },
        submission: { values: { ...values, ...decision }, acknowledged: ['device'] },
      },
      { tenant, commandId: `again-${decision === undefined}`, fingerprint: 'f' },
    );
  expect(await again()).toMatchObject({
    kind: 'refused',
    issues: expect.arrayContaining([
      expect.objectContaining({ code: 'form/required', pointer: '/earlier/decision' }),
    ]),
  });
  const reported = await again({ earlier: { decision: 'report-anyway', reason: '客户要求上门' } });
  expect(reported).toMatchObject({ kind: 'done' });
  const stored = await installation.host.load(tenant, reported.kind === 'done' ? reported.workOrderId : '');
  expect(stored?.snapshot.record).toMatchObject({ duplicates: 1, earlier: { open: 1 } });
});

test('knows no work order of another tenant', async () => {
  const { host } = installation;
  const { workOrderId } = await installation.kysely
    .selectFrom('work_orders')
    .select('id as workOrderId')
    .limit(1)
    .executeTakeFirstOrThrow();
  expect(await host.load(tenant, workOrderId)).toBeDefined();
  expect(await host.load('other', workOrderId)).toBeUndefined();
  const command = { tenant: 'other', commandId: 'c', fingerprint: 'f' };
  const answer = await host.send(workOrderId, { kind: 'comment', text: '你好' }, agent, command);
  expect(answer).toEqual({ kind: 'unknown-work-order' });
});

test('no trouble was met on the way', () => {
  expect(troubles).toEqual([]);
});
