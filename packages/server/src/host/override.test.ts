import type { Actor } from '@paidan/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendTurns } from '../jobs/keep-turns.ts';
import { type Company, type DispatchGround, openDispatchGround } from './assign/dispatch-ground.ts';
import { type Override, override, previewOverride, rankingOf } from './override.ts';

let ground: DispatchGround;
let company: Company;
let commands = 0;

beforeAll(async () => {
  ground = await openDispatchGround();
  company = await ground.company('hands');
  await company.engineers({
    near: {},
    far: { home: { latitude: 22.9, longitude: 115.3 } },
    bare: { certificates: {} },
  });
  await company.engineers({ manager: {} }, ['service-manager']);
  await company.engineers({ clerk: { shifts: [] } }, ['agent']);
}, 60_000);
afterAll(() => ground.close(), 60_000);

const dispatcher: Actor = { id: 'dispatcher', name: '周敏', roles: ['dispatcher'] };

function pick(workOrderId: string, assigneeId: string, more: Partial<Override> = {}) {
  commands += 1;
  const command = { commandId: `pick-${commands}`, fingerprint: 'f' };
  const usual = {
    tenant: company.tenant,
    workOrderId,
    assigneeId,
    reason: 'local-knowledge',
    actor: dispatcher,
  };
  return override(ground.ports, { ...usual, command, ...more });
}

test('ranks everybody with the facts they were judged on', async () => {
  const workOrderId = await company.report('SN20250001');
  const ranked = await rankingOf(ground.ports, { tenant: company.tenant, workOrderId });
  expect(ranked?.ranking.candidates.map(({ assigneeId }) => assigneeId)).toEqual(['near']);
  expect(
    ranked?.ranking.notEligible.map(({ assigneeId, failed }) => [assigneeId, Object.keys(failed)]),
  ).toEqual([
    ['bare', ['certificate']],
    ['far', ['reach']],
  ]);
  expect(ranked?.explanation.chosen?.assigneeId).toBe('near');
  expect(await rankingOf(ground.ports, { tenant: 'other', workOrderId })).toBeUndefined();
});

test('[S27] [R20] refuses a pick without a reason of the policy', async () => {
  const workOrderId = await company.report('SN20250002');
  const answer = await pick(workOrderId, 'far', { reason: '' });
  expect(answer).toMatchObject({ kind: 'refused', issues: [{ code: 'override/reason-required' }] });
  expect((await company.snapshot(workOrderId)).configuration).toBe('dispatch');
});

test('[S27] anybody may be picked: what it breaks is said before and kept after, and no tick undoes it', async () => {
  const workOrderId = await company.report('SN20250003');
  const asked = { tenant: company.tenant, workOrderId, assigneeId: 'far' };
  const preview = await previewOverride(ground.ports, asked);
  expect(preview).toMatchObject({ broken: { reach: {} }, needsSecondApprover: [] });
  expect(preview?.scores.planned).toBeGreaterThan(preview?.scores.picked ?? Number.NaN);
  expect(await pick(workOrderId, 'far', { note: '熟悉园区' })).toMatchObject({ kind: 'done' });
  const { entries } = await ground.installation.kysely
    .selectFrom('journal')
    .select('entries')
    .where('work_order_id', '=', workOrderId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  expect(JSON.parse(entries)).toContainEqual({
    ...{ kind: 'overridden', step: 'dispatch', assignee: 'far', reason: 'local-knowledge' },
    ...{ note: '熟悉园区', broken: ['reach'] },
  });
  await sendTurns(ground.ports);
  await ground.time.advanceBy(60_000);
  expect((await company.snapshot(workOrderId)).assignees['engineer']?.id).toBe('far');
});

test('[R20] an absolute requirement takes a second person with the right role', async () => {
  const workOrderId = await company.report('SN20250004');
  const needed = { kind: 'refused', issues: [{ code: 'override/second-approver-required' }] };
  expect(await pick(workOrderId, 'bare')).toMatchObject(needed);
  expect(await pick(workOrderId, 'bare', { secondApprover: 'near' })).toMatchObject(needed);
  const manager: Actor = { id: 'manager', name: '钱经理', roles: ['service-manager'] };
  expect(await pick(workOrderId, 'bare', { actor: manager, secondApprover: 'manager' })).toMatchObject(
    needed,
  );
  expect(await pick(workOrderId, 'bare', { secondApprover: 'manager' })).toMatchObject({ kind: 'done' });
  expect((await company.snapshot(workOrderId)).assignees['engineer']?.id).toBe('bare');
});

test('somebody outside the pool can be picked, and the pool is among what it breaks', async () => {
  const workOrderId = await company.report('SN20250005');
  const asked = { tenant: company.tenant, workOrderId, assigneeId: 'clerk' };
  expect(Object.keys((await previewOverride(ground.ports, asked))?.broken ?? {})).toContain('pool.role');
  expect(await pick(workOrderId, 'nobody')).toMatchObject({ issues: [{ code: 'override/nobody' }] });
});

test('who may not override is refused', async () => {
  const workOrderId = await company.report('SN20250006');
  const engineer: Actor = { id: 'far', name: 'far', roles: ['engineer'] };
  const answer = await pick(workOrderId, 'far', { actor: engineer });
  expect(answer).toMatchObject({ kind: 'refused', issues: [{ code: 'event/not-permitted' }] });
});
