import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptOffer, noParts, photo, prove, repair, reportFault, seen, selfCheck } from './acts.ts';
import { auditOf, receivedBy } from './audit.ts';
import { openStoryGround, type StoryGround } from './story-ground.ts';

let ground: StoryGround;

beforeAll(async () => {
  ground = await openStoryGround();
}, 120_000);
afterAll(() => ground.close(), 60_000);

test('[R28] a customer who will not sign: reason, photo and witness stand in, and are counted apart', async () => {
  const { id } = await reportFault(ground);
  const engineer = await acceptOffer(ground, id);
  const { time } = ground;
  await time.advanceBy(1_200_000);
  await repair(ground, id, engineer);
  await selfCheck(ground, id, engineer);
  await noParts(ground.as(engineer), id);

  const way = ['customer-signs', 'refusal', 'refused'] as const;
  const half = { kind: 'submit', step: 'closing', proof: way[0], form: way[1], alternative: way[2] };
  const bare = { ...half, values: { reason: '对维修结果有异议' } };
  const { issues } = await ground.as(engineer).refused(`/work-orders/${id}/events`, bare);
  expect(issues.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
    'form/required /refusal/photo',
    'form/required /refusal/witness',
  ]);
  expect((await seen(ground, id)).steps.map((step) => step.id)).toEqual(['closing']);

  const refusal = { reason: '对维修结果有异议', photo, witness: { label: '物业王主任' } };
  await prove(ground.as(engineer), id, way, refusal);
  const { outcome, record, proofs } = await seen(ground, id);
  expect({ outcome, refusal: record['refusal'] }).toEqual({ outcome: 'done', refusal });
  expect(record).not.toHaveProperty('signature');
  expect(proofs.map(({ proof, given, alternative }) => ({ proof, given, alternative }))).toEqual([
    { proof: 'customer-signs', given: true, alternative: 'refused' },
    { proof: 'engineer-checks', given: true, alternative: undefined },
    { proof: 'parts-listed', given: true, alternative: 'none-replaced' },
  ]);

  const audit = await auditOf(ground, id);
  expect(audit.isWhole).toBe(true);
  expect(audit.trail).toEqual([
    'agent-1 start',
    'system offered best',
    `${engineer} accepted dispatch`,
    `${engineer} submit repair`,
    `${engineer} submit engineer-checks`,
    `${engineer} submit none-replaced`,
    `${engineer} submit refused`,
  ]);
  const given = audit.entries('proof-given').map(({ proof, alternative }) => [proof, alternative]);
  expect(given).toEqual([
    ['engineer-checks', undefined],
    ['parts-listed', 'none-replaced'],
    ['customer-signs', 'refused'],
  ]);
  expect(audit.steps.at(-1)).toBe('archived');
  expect(receivedBy(ground, 'erp', 'POST')).toEqual([]);
}, 30_000);
