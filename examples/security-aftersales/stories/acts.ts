import { createHash } from 'node:crypto';
import { digestOf } from '@paidan/forms';
import type { Asker } from './asker.ts';
import type { StoryGround, WorkOrderView } from './story-ground.ts';

type Values = { readonly [field: string]: unknown };

/** A camera in warranty, at a school that has never called before. */
export const blackScreen = {
  phone: '13800000000',
  customerName: '海岸学校',
  place: { address: '深圳市南山区海岸路1号', latitude: 22.53, longitude: 113.93 },
  sn: 'IPC20240107',
  description: '屏幕黑屏，重启无效果',
  severity: 'P1',
  onSite: true,
};

/** A photo as the record keeps it; its bytes are not part of these stories. */
export const photo = { id: 'photo-1', sha256: createHash('sha256').update('photo').digest('hex') };

export function reportFault(ground: StoryGround, values: Values = {}): Promise<WorkOrderView> {
  const body = { workflow: 'security-aftersales', values: { ...blackScreen, ...values } };
  return ground.as('agent-1').post('/work-orders', body);
}

/** The work order as an agent sees it now. */
export function seen(ground: StoryGround, id: string): Promise<WorkOrderView> {
  return ground.as('agent-1').get(`/work-orders/${id}`);
}

export function tell(asker: Asker, id: string, event: object): Promise<WorkOrderView> {
  return asker.post(`/work-orders/${id}/events`, event);
}

export function submit(
  asker: Asker,
  id: string,
  [step, form]: readonly [step: string, form: string],
  values: Values,
): Promise<WorkOrderView> {
  return tell(asker, id, { kind: 'submit', step, form, values });
}

/** A proof of the closing gate, or what stands in for it. */
export function prove(
  asker: Asker,
  id: string,
  [proof, form, alternative]: readonly [proof: string, form: string, alternative?: string],
  values: Values,
): Promise<WorkOrderView> {
  const way = alternative === undefined ? {} : { alternative };
  return tell(asker, id, { kind: 'submit', step: 'closing', proof, form, values, ...way });
}

/** Whoever holds the first live offer accepts it; their id. */
export async function acceptOffer(ground: StoryGround, id: string): Promise<string> {
  const { offers } = await seen(ground, id);
  const [offer] = offers;
  if (offer === undefined) throw new Error(`nobody is asked for ${id}`);
  await ground
    .as(offer.assignee.id)
    .post(`/offers/${encodeURIComponent(offer.id)}/accept`, { token: offer.token });
  return offer.assignee.id;
}

export function repair(ground: StoryGround, id: string, engineer: string): Promise<WorkOrderView> {
  return submit(ground.as(engineer), id, ['repair', 'visit-report'], { workedMinutes: 50 });
}

const rows = ['power', 'image', 'network', 'storage', 'site'];
const checked = {
  items: Object.fromEntries(rows.map((row) => [row, { result: 'pass' }])),
  firmwareAfter: '4.2.11',
  photos: [photo],
};

/** 工程师自检报告, everything in order. */
export function selfCheck(ground: StoryGround, id: string, engineer: string): Promise<WorkOrderView> {
  const values = { ...checked, by: { id: engineer, label: nameOf(ground, engineer) } };
  return prove(ground.as(engineer), id, ['engineer-checks', 'self-check'], values);
}

/** 未更换配件, confirmed. */
export function noParts(asker: Asker, id: string): Promise<WorkOrderView> {
  return prove(asker, id, ['parts-listed', 'parts-list', 'none-replaced'], { noPartsReplaced: true });
}

/** The customer's signature over the self-check and the parts list as they stand. */
export async function sign(ground: StoryGround, id: string, asker: Asker): Promise<WorkOrderView> {
  const { record } = await seen(ground, id);
  const signature = {
    id: 'signature-1',
    sha256: photo.sha256,
    strokes: 4,
    signer: { label: '李女士' },
    signedAt: ground.time.now(),
    coversSha256: digestOf(record, ['/selfCheck', '/parts', '/noPartsReplaced']),
  };
  return prove(asker, id, ['customer-signs', 'signature'], { signature });
}

/** The customer types the code that came by SMS, in place of a signature. */
export async function confirmByCode(ground: StoryGround, id: string): Promise<WorkOrderView> {
  const customer = await ground.customerOf(id);
  await customer.post(`/work-orders/${id}/codes`, {});
  const text = ground.standIns.systems.sms.calls().at(-1)?.body ?? '';
  const [code] = /\b\d{6}\b/.exec(JSON.parse(text).text) ?? [];
  await customer.post(`/work-orders/${id}/codes/confirm`, { code });
  return prove(customer, id, ['customer-signs', 'closing-code', 'nobody-present'], {});
}

export function nameOf({ world }: StoryGround, personId: string): string {
  return world.people.find(({ id }) => id === personId)?.name ?? '';
}
