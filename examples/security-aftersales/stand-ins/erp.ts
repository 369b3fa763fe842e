import type { Hono } from 'hono';
import type { DeviceRow } from './device-file.ts';
import { standInSecrets } from './keys.ts';
import { partFit, partIssues, partStock } from './parts.ts';
import type { Bindings, Surroundings, SystemKind } from './stand-in.ts';

/** What the ERP booked for a ticket. */
interface ServiceFee {
  readonly feeNo: string;
  readonly ticketNo: string;
  readonly resolvedAt: string;
  readonly engineerId: string;
  readonly invoiced: boolean;
  readonly invoicedAt?: string;
  readonly bookedBy: string;
}

const brandWords: { readonly [id: string]: string } = {
  hikvision: '海康',
  dahua: '大华',
  uniview: '宇视',
  pengdun: '鹏盾',
};
const typeWords: { readonly [id: string]: string } = { ipc: '摄像机', access: '门禁', nvr: '录像机' };

/**
 * The ERP: devices, contracts, parts, settlements. Every answer is `{ code, message, data }`, success is `code` 0 within HTTP
 * 200, and every answer holds more fields than anybody may read. `Idempotency-Key` is honoured as long as the server runs.
 */
export function erpSystem(devices: readonly DeviceRow[]): SystemKind {
  return {
    errorIn200: { code: 50001, message: '系统繁忙，结算未登记' },
    routes: ({ app, now }) => {
      app.use('*', async (c, next) => {
        const { pathname } = new URL(c.req.url);
        if (pathname.startsWith('/_') || c.req.header('x-api-key') === standInSecrets['erp-key'])
          return next();
        return c.json({ code: 40101, message: `密钥无效：${c.req.header('x-api-key') ?? ''}` });
      });
      deviceRoutes(app, devices);
      partRoutes(app);
      feeRoutes(app, now);
    },
  };
}

const found = (data: unknown) => ({ code: 0, message: 'ok', data });
const absent = { code: 40400, message: '没有这条记录' };

function deviceRoutes(app: Hono<Bindings>, devices: readonly DeviceRow[]): void {
  const known = new Map(devices.map((device) => [device.sn, device]));
  app.get('/devices/:sn', (c) => {
    const device = known.get(c.req.param('sn'));
    if (device === undefined) return c.json(absent);
    const brand = brandWords[device.brand] ?? device.brand;
    const deviceType = typeWords[device.deviceType] ?? device.deviceType;
    return c.json(found({ ...device, brand, deviceType, costCents: 12_345, supplier: '内部供应商' }));
  });
  const lists: { readonly [name: string]: (device: DeviceRow) => readonly unknown[] } = {
    contracts: (device) => [
      { fileId: `HT-${device.sn}`, name: '采购合同.pdf', signedOn: device.purchasedOn, margin: 0.31 },
    ],
    drawings: (device) => [{ fileId: `TZ-${device.sn}`, name: '安装图纸.pdf', revision: 2 }],
    firmware: (device) => [
      { version: device.firmware, installedAt: `${device.purchasedOn}T10:00:00+08:00`, by: '1007' },
    ],
  };
  for (const [name, list] of Object.entries(lists)) {
    app.get(`/devices/:sn/${name}`, (c) => {
      const device = known.get(c.req.param('sn'));
      return c.json(device === undefined ? absent : found(list(device)));
    });
  }
}

function partRoutes(app: Hono<Bindings>): void {
  app.get('/parts/:partNo/stock', (c) => c.json(found(partStock(c.req.param('partNo')))));
  app.get('/parts/:partNo/fit', (c) => c.json(found(partFit(c.req.param('partNo')))));
  app.get('/parts/:partNo/issues', (c) => {
    const limit = Number(c.req.query('limit') ?? 20);
    return c.json(found(partIssues(c.req.param('partNo')).slice(0, limit)));
  });
}

function feeRoutes(app: Hono<Bindings>, now: Surroundings['now']): void {
  const fees: ServiceFee[] = [];
  const answered = new Map<string, unknown>();
  app.post('/service-fees', async (c) => {
    const key = c.req.header('idempotency-key');
    const known = key === undefined ? undefined : answered.get(key);
    if (known !== undefined) return c.json(known as never);
    const { ticketNo, resolvedAt, engineerId } = await c.req.json();
    if (![ticketNo, resolvedAt, engineerId].every((value) => typeof value === 'string' && value !== ''))
      return c.json({ code: 42200, message: '缺少工单号、解决时间或工程师ID' });
    const feeNo = `FW${String(fees.length + 1).padStart(6, '0')}`;
    fees.push({ feeNo, ticketNo, resolvedAt, engineerId, invoiced: false, bookedBy: 'interface' });
    const answer = found({ feeNo, bookedAt: new Date(now()).toISOString(), bookedBy: 'interface' });
    if (key !== undefined) answered.set(key, answer);
    return c.json(answer);
  });
  app.get('/service-fees', (c) => {
    const fee = fees.findLast(({ ticketNo }) => ticketNo === c.req.query('ticketNo'));
    return c.json(fee === undefined ? absent : found(fee));
  });
  app.get('/_fees', (c) => c.json(fees));
  app.put('/_fees/:ticketNo', async (c) => {
    const change = await c.req.json();
    const index = fees.findLastIndex(({ ticketNo }) => ticketNo === c.req.param('ticketNo'));
    const feeNo = `FW${String(fees.length + 1).padStart(6, '0')}`;
    const blank = {
      feeNo,
      ticketNo: c.req.param('ticketNo'),
      resolvedAt: '',
      engineerId: '',
      invoiced: false,
      bookedBy: 'person',
    };
    fees.splice(index === -1 ? fees.length : index, index === -1 ? 0 : 1, {
      ...(fees[index] ?? blank),
      ...change,
    });
    return c.json(fees);
  });
}
