import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../contract/routes.ts';
import { openTestApi, report, type TestApi } from '../proving/open-test-api.ts';

let api: TestApi;
let id = '';
const workflow = 'security-aftersales';
const start = { workflow, values: report, acknowledged: ['device'] };

beforeAll(async () => {
  const demo = {
    facts: async () => ({ people: [], seededDays: 0, workOrders: 0 }),
    takePlace: async () => undefined,
    reset: async () => undefined,
  };
  api = await openTestApi({
    demo,
    hear: async ({ path }) => (path === 'signed' ? 'heard' : 'bad-signature'),
  });
  const started = await api.ask('/api/work-orders', { as: 'agent-1', body: start });
  const view = await started.json();
  expect(view, JSON.stringify(view)).toMatchObject({ status: 'open' });
  expect(started.status).toBe(201);
  expect(started.headers.get('location')).toBe(`/api/work-orders/${view.id}`);
  id = view.id;
}, 60_000);

afterAll(() => api.close(), 60_000);

async function problem(response: Promise<Response>) {
  const answer = await response;
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const { reference: _reference, instance: _instance, ...told } = await answer.json();
  return told;
}

describe('[B35] the contract', () => {
  it('documents every route, and every documented route answers', async () => {
    const document = await (await api.ask('/api/openapi.json')).json();
    expect(document.openapi).toBe('3.1.0');
    for (const { path, method } of Object.values(routes))
      expect(document.paths[path]?.[method]).toBeDefined();
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const method of Object.keys(methods as object)) {
        const asked = {
          method: method.toUpperCase(),
          ...(['get', 'head'].includes(method) ? {} : { body: {} }),
        };
        const { status } = await api.ask(`/api${path.replace(/\{\w+\}/g, 'x')}`, asked);
        if (path === '/files/{id}' || path.startsWith('/me/role')) continue;
        expect([path, status]).not.toEqual([path, 404]);
      }
    }
  });

  it('answers an unknown path with a problem in the asked language', async () => {
    const told = await problem(api.ask('/api/nowhere', { headers: { 'accept-language': 'en' } }));
    expect(told).toMatchObject({ code: 'gate/not-found', status: 404, title: 'Not found' });
  });
});

describe('[S11] bad input changes nothing', () => {
  const post = (body: unknown, more: object = {}) =>
    problem(api.ask('/api/work-orders', { as: 'agent-1', body, ...more }));

  it('refuses a report without its forced answers, one issue per check', async () => {
    const { sn: _sn, ...values } = report;
    const told = await post({ ...start, values });
    expect(told.status).toBe(422);
    expect(told.issues.map(({ pointer }: { pointer: string }) => pointer)).toContain('/sn');
    for (const { message } of told.issues) expect(message['zh-CN']).not.toContain('{');
  });

  it('refuses keys the contract does not know, and JSON that is none', async () => {
    expect(await post({ ...start, computed: {} })).toMatchObject({ status: 400, code: 'request/schema' });
    const headers = { 'content-type': 'application/json', 'x-person': 'agent-1' };
    const broken = api.ask('/api/work-orders', { method: 'POST', headers });
    expect(await problem(broken)).toMatchObject({ status: 400 });
  });

  it('refuses a write without Idempotency-Key, from another site, or too deep', async () => {
    expect(await post(start, { headers: { 'idempotency-key': 'x' } })).toMatchObject({
      code: 'request/no-command-id',
    });
    expect(await post(start, { headers: { 'sec-fetch-site': 'cross-site' } })).toMatchObject({
      code: 'request/cross-site',
    });
    let deep: unknown = 1;
    for (let level = 0; level < 70; level += 1) deep = [deep];
    expect(await post(deep)).toMatchObject({ code: 'request/too-deep' });
    const long = { ...start, values: { description: 'x'.repeat(1_100_000) } };
    expect(await post(long)).toMatchObject({ code: 'upload/too-large', status: 413 });
  });

  it('refuses events that only the system raises, and malformed ones', async () => {
    const send = (body: unknown) =>
      problem(api.ask(`/api/work-orders/${id}/events`, { as: 'agent-1', body }));
    expect(await send({ kind: 'timerDue', timer: 'x', token: 1 })).toMatchObject({
      code: 'request/kind-not-open',
    });
    expect(await send({ kind: 'constructor' })).toMatchObject({ code: 'request/kind-not-open' });
    expect(await send({ kind: 'comment' })).toMatchObject({ code: 'request/schema', status: 400 });
    expect(await send({ kind: 'comment', text: '晚了', seq: 0 })).toMatchObject({
      code: 'event/moved-on',
      status: 409,
    });
  });

  it('[B33] gives the stored answer to a repeat, and refuses the id for anything else', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const send = (text: string) =>
      api.ask(`/api/work-orders/${id}/events`, { as: 'agent-1', body: { kind: 'comment', text }, headers });
    const first = await send('已联系客户');
    expect(first.status).toBe(200);
    expect(first.headers.get('etag')).toBe(`"${(await first.json()).seq}"`);
    const again = await send('已联系客户');
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await problem(send('别的'))).toMatchObject({ code: 'request/command-id-reused', status: 422 });
  });

  it('tells foreign, absent and invisible work orders apart by nothing', async () => {
    const told = await Promise.all([
      problem(api.ask('/api/work-orders/none', { as: 'agent-1' })),
      problem(api.ask(`/api/work-orders/${id}`, { as: 'beijing/agent-1' })),
      problem(api.ask(`/api/work-orders/${id}`, { as: 'guest-1' })),
    ]);
    expect(told[0]).toMatchObject({ status: 404, code: 'gate/not-found' });
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
    expect(await problem(api.ask(`/api/work-orders/${id}`))).toMatchObject({ status: 401 });
  });
});

describe('[B36] what a role may not read is in no answer', () => {
  const paths = ['', '/journal', '/timeline', '/available'];

  it('masks the phone number for the engineer everywhere', async () => {
    for (const path of [...paths.map((end) => `/api/work-orders/${id}${end}`), '/api/work-orders?q=WO-']) {
      const text = await (await api.ask(path, { as: 'engineer-1' })).text();
      expect(text).not.toContain('13800000000');
    }
    const view = await (await api.ask(`/api/work-orders/${id}`, { as: 'engineer-1' })).json();
    expect(view).toMatchObject({ masked: ['/phone'], hidden: [], record: { phone: '138****0000' } });
  });

  it('hides from the storekeeper all but parts and serial number', async () => {
    for (const end of paths) {
      const text = await (await api.ask(`/api/work-orders/${id}${end}`, { as: 'store-1' })).text();
      for (const secret of ['13800000000', '海岸学校', '屏幕黑屏', '海岸路'])
        expect(text).not.toContain(secret);
    }
    const view = await (await api.ask(`/api/work-orders/${id}`, { as: 'store-1' })).json();
    expect(view.record).toEqual({ sn: 'NVR20250001' });
    expect(view.hidden).toContain('/phone');
  });

  it('[S12] finds parts of what is read in plain, and only whole values of what is masked', async () => {
    const found = async (as: string, q: string) => {
      const answer = await api.ask(`/api/work-orders?q=${encodeURIComponent(q)}`, { as });
      return (await answer.json()).count?.value;
    };
    expect(await found('agent-1', '0000')).toBe(1);
    expect(await found('agent-1', '黑')).toBe(1);
    expect(await found('engineer-1', '黑屏')).toBe(1);
    expect(await found('engineer-1', '80000000')).toBe(0);
    expect(await found('engineer-1', '13800000000')).toBe(1);
    expect(await found('store-1', '黑屏')).toBe(0);
    expect(await found('guest-1', '黑屏')).toBe(0);
    expect(await found('agent-1', '%')).toBeUndefined();
  });
});

describe('the customer’s page', () => {
  it('[S48] [S59] opens a link once exchanged, shows stage, handler and expected time, and urges', async () => {
    const made = await api.ask(`/api/work-orders/${id}/customer-link`, { as: 'agent-1', method: 'POST' });
    const { url } = await made.json();
    const token = new URL(url).hash.slice(1);
    const opened = await api.ask('/api/customer/open', { body: { token } });
    expect(opened.status).toBe(200);
    const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const headers = { cookie };
    const track = await (await api.ask('/api/customer/track', { headers })).json();
    expect(track).toMatchObject({ workOrderId: id, ended: false, mayUrge: true });
    expect(JSON.stringify(track)).not.toContain('13800000000');
    expect(track.expectedKnown ?? track.expectedAt).toBeDefined();
    const urge = { kind: 'send', event: 'urge' };
    const urged = await api.ask(`/api/work-orders/${id}/events`, { body: urge, headers });
    expect(urged.status).toBe(200);
    const after = await (await api.ask('/api/customer/track', { headers })).json();
    expect(after).toMatchObject({ mayUrge: false, mayUrgeAt: '2030-01-07T01:30:00.000Z' });
    const list = await (await api.ask('/api/work-orders?view=urged', { as: 'agent-1' })).json();
    expect(list.items).toMatchObject([{ id, urges: 1 }]);
    expect(await problem(api.ask('/api/work-orders', { headers }))).toMatchObject({ status: 403 });
    const lookup = { workflow, form: 'repair-report', lookup: 'customer', params: { phone: report.phone } };
    expect(await problem(api.ask('/api/lookups', { body: lookup, headers }))).toMatchObject({ status: 404 });
  });

  it('[S48] answers a guessed or foreign token like one that has run out', async () => {
    const told = problem(api.ask('/api/customer/open', { body: { token: 'x'.repeat(22) } }));
    expect(await told).toMatchObject({ status: 410, code: 'link/spent' });
    expect(await problem(api.ask('/api/customer/track', { as: 'agent-1' }))).toMatchObject({ status: 401 });
  });
});

describe('lists and single reads', () => {
  it('pages by an opaque cursor that is nobody else’s', async () => {
    for (const sn of ['NVR20250002', 'NVR20250003'])
      await api.ask('/api/work-orders', {
        as: 'agent-1',
        body: { ...start, values: { ...report, sn, phone: `1390000000${sn.at(-1)}`, customerName: sn } },
      });
    const first = await (await api.ask('/api/work-orders?limit=2', { as: 'agent-1' })).json();
    expect(first.count).toEqual({ value: 3, exact: true });
    expect(first.items).toHaveLength(2);
    const rest = await (
      await api.ask(`/api/work-orders?limit=2&cursor=${first.next}`, { as: 'agent-1' })
    ).json();
    expect(rest.next).toBeUndefined();
    const ids = [...first.items, ...rest.items].map((row: { id: string }) => row.id);
    expect(new Set(ids).size).toBe(3);
    const foreign = api.ask(`/api/work-orders?limit=2&cursor=${first.next}`, { as: 'engineer-1' });
    expect(await problem(foreign)).toMatchObject({ code: 'request/bad-cursor' });
  });

  it.each(['all', 'mine', 'unassigned', 'overdue', 'today', 'urged'])('answers the view %s', async (view) => {
    expect((await api.ask(`/api/work-orders?view=${view}`, { as: 'agent-1' })).status).toBe(200);
  });

  it('refuses views and filters it cannot ask of the database', async () => {
    const list = (query: string) => problem(api.ask(`/api/work-orders?${query}`, { as: 'agent-1' }));
    expect(await list('view=gone')).toMatchObject({ code: 'filter/unknown-view', status: 400 });
    expect(await list('filter={"map":[]}')).toMatchObject({ code: 'filter/not-indexable' });
    expect(await list('q=a')).toMatchObject({ code: 'search/too-short' });
  });

  it.each([
    ['agent-1', '/api/me'],
    ['agent-1', '/api/me/tasks'],
    ['agent-1', '/api/me/offers'],
    ['agent-1', '/api/tasks'],
    ['agent-1', '/api/workflows'],
    ['agent-1', `/api/workflows/${workflow}`],
    ['agent-1', '/api/versions'],
    ['agent-1', '/api/people'],
    ['dispatcher-1', '/api/pools'],
    ['agent-1', '/api/measures'],
    ['agent-1', `/api/reports/root-cause-heat-map?workflow=${workflow}&period=2030-W01`],
    ['admin-1', '/api/deliveries'],
    ['admin-1', '/api/incidents?state=open'],
  ])('answers %s on %s as its schema says', async (as, path) => {
    const answer = await api.ask(path, { as });
    expect([answer.status, await answer.text()]).toEqual([200, expect.anything()]);
  });

  it('tells the time line in both languages, heaviest fact first', async () => {
    const items = await (await api.ask(`/api/work-orders/${id}/timeline`, { as: 'agent-1' })).json();
    expect(items[0].sentence).toEqual({
      'zh-CN': expect.stringMatching(/^创建工单 WO-/),
      en: expect.stringMatching(/^Work order WO-.* was created$/),
    });
    expect(JSON.stringify(items)).not.toMatch(/\{\w+\}/);
  });
});

describe('drafts', () => {
  it('begin from the version in force, are saved on what was read, and are published', async () => {
    const path = `/api/drafts/${workflow}`;
    const draft = await (await api.ask(path, { as: 'admin-1' })).json();
    const changed = { ...draft.workflow, title: { 'zh-CN': '安防售后（新）', en: 'After-sales' } };
    const put = (headers: object) =>
      api.ask(path, { as: 'admin-1', method: 'PUT', body: changed, headers: { ...headers } });
    expect(await problem(put({}))).toMatchObject({ status: 428 });
    expect(await problem(put({ 'if-match': '"9-x"' }))).toMatchObject({ status: 412 });
    const saved = await (await put({ 'if-match': draft.etag })).json();
    expect(await problem(put({ 'if-match': draft.etag }))).toMatchObject({ status: 412 });
    expect((await api.ask(`${path}/lint`, { as: 'admin-1', method: 'POST' })).status).toBe(200);
    const published = await api.ask(`${path}/publish`, {
      ...{ as: 'admin-1', body: { note: '改名' } },
      headers: { 'if-match': saved.etag },
    });
    expect(await published.json()).toMatchObject({ current: true, note: '改名', running: 0 });
    const order = await (await api.ask(`/api/work-orders/${id}`, { as: 'agent-1' })).json();
    expect(order.versionHash).toBe(draft.basedOn);
    expect(await problem(api.ask(path, { as: 'agent-1' }))).toMatchObject({ status: 403 });
  });
});

describe('files and news from outside', () => {
  const bytes = Buffer.from('照片的内容');
  const encode = (text: string) => Buffer.from(text).toString('base64');
  const create = (sha256: string, workOrder: string) => {
    const metadata = { sha256, filename: '现场.jpg', filetype: 'image/jpeg', workOrder };
    const pairs = Object.entries(metadata).map(([name, text]) => `${name} ${encode(text)}`);
    const headers = { 'tus-resumable': '1.0.0', 'upload-length': String(bytes.length) };
    const sent = { ...headers, 'upload-metadata': pairs.join(',') };
    return api.ask('/api/uploads', { as: 'engineer-1', method: 'POST', headers: sent });
  };
  const send = (location: string) =>
    api.raw(location, {
      method: 'PATCH',
      headers: {
        ...{ 'x-person': 'engineer-1', 'tus-resumable': '1.0.0', 'upload-offset': '0' },
        'content-type': 'application/offset+octet-stream',
      },
      body: bytes,
    });

  it('takes an upload in pieces, checks its digest, and gives it to who may see the work order', async () => {
    const created = await create(createHash('sha256').update(bytes).digest('hex'), id);
    expect(created.status).toBe(201);
    const location = created.headers.get('location') ?? '';
    expect((await send(location)).status).toBe(204);
    const path = `/api/files/${location.split('/').at(-1)}`;
    const file = await api.ask(path, { as: 'agent-1' });
    expect(Buffer.from(await file.arrayBuffer())).toEqual(bytes);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
    const part = await api.ask(path, { as: 'agent-1', headers: { range: 'bytes=0-2' } });
    expect([part.status, await part.text()]).toEqual([206, '照']);
    for (const as of ['guest-1', 'beijing/agent-1']) expect((await api.ask(path, { as })).status).toBe(404);
  });

  it('[S33] refuses other bytes of the same length, and a work order that is not theirs', async () => {
    const created = await create(createHash('sha256').update('other').digest('hex'), id);
    const location = created.headers.get('location') ?? '';
    expect((await send(location)).status).toBe(422);
    expect((await api.ask(`/api/files/${location.split('/').at(-1)}`, { as: 'agent-1' })).status).toBe(404);
    expect((await create('0'.repeat(64), 'somebody-elses')).status).toBe(404);
    expect((await create('short', id)).status).toBe(422);
  });

  it('takes in a signed push and refuses a wrong signature', async () => {
    expect((await api.ask('/api/hooks/crm/signed', { body: { a: 1 } })).status).toBe(200);
    expect(await problem(api.ask('/api/hooks/crm/forged', { body: {} }))).toMatchObject({
      code: 'hook/signature',
      status: 401,
    });
  });
});

describe('[S59] live', () => {
  it('tells what changed, without values, and tells it again to who was away', async () => {
    const stream = await api.ask(`/api/events?topics=work-order:${id},list`, { as: 'agent-1' });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    await reader?.read();
    const comment = { kind: 'comment', text: '实时提醒' };
    await api.ask(`/api/work-orders/${id}/events`, { as: 'agent-1', body: comment });
    let heard = '';
    while (!heard.includes('"topic":"list"')) heard += (await reader?.read())?.value ?? '';
    await reader?.cancel();
    expect(heard).toContain(`"topic":"work-order:${id}"`);
    expect(heard).not.toContain('实时提醒');
    const [, xid, position] = /id: (\d+)\.(\d+)/.exec(heard) ?? [];
    const away = { 'last-event-id': `${xid}.${Number(position) - 1}` };
    const resumed = await api.ask('/api/events?topics=list', { as: 'agent-1', headers: away });
    const again = resumed.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await again?.read())?.value).toContain(`id: ${xid}.${position}`);
    await again?.cancel();
    expect((await api.ask('/api/events?topics=list')).status).toBe(401);
  });
});
