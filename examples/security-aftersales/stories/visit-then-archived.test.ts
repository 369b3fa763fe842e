import { digestOf } from '@paidan/forms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStoryGround, type StoryGround, type WorkOrderView } from './story-ground.ts';

let ground: StoryGround;

beforeAll(async () => {
  ground = await openStoryGround();
}, 120_000);
afterAll(() => ground.close(), 60_000);

test('x', async () => {
  const agent = ground.as('agent-1');
  const order = await agent.post<WorkOrderView>('/work-orders', {
    workflow: 'security-aftersales',
    values: {
      phone: '13800000000',
      customerName: '海岸学校',
      place: { address: '深圳市南山区海岸路1号', latitude: 22.53, longitude: 113.93 },
      sn: 'NVR20250001',
      description: '屏幕黑屏，重启无效果',
      severity: 'P1',
      onSite: true,
    },
  });
  console.log(JSON.stringify(await agent.get(`/work-orders/${order.id}`)).slice(0, 3000));
  const customer = await ground.customerOf(order.id);
  console.log(JSON.stringify(await customer.get('/customer/track')));
  await customer.post(`/work-orders/${order.id}/events`, {
    kind: 'submit',
    step: 'consent',
    form: 'fee-consent',
    values: { feeAnswer: 'yes' },
  });
  const view = await agent.get<WorkOrderView>(`/work-orders/${order.id}`);
  console.log(JSON.stringify(view.steps), JSON.stringify(view.offers));
  expect(digestOf).toBeDefined();
});
