import { standInSecrets, standInSettings } from './keys.ts';
import { encryptedEvent, push } from './push.ts';
import type { Surroundings, SystemKind } from './stand-in.ts';

interface Approval {
  readonly instanceId: string;
  readonly requestId: string;
  readonly title: string;
  readonly status: 'RUNNING' | 'COMPLETED' | 'TERMINATED';
  readonly result?: 'agree' | 'refuse';
}

/**
 * DingTalk's approvals. `PUT /_approvals/<id>` with `{ "result": "agree" }` decides one as the seats would and pushes the
 * event, encrypted and signed, to the address of `PUT /_hook`; `{ "silently": true }` loses it.
 */
export const dingtalkAppSystem: SystemKind = {
  errorIn200: { code: 'ServiceUnavailable', message: '系统繁忙' },
  routes: (surroundings) => {
    const approvals = new Map<string, Approval>();
    apiRoutes(surroundings, approvals);
    seatRoutes(surroundings, approvals);
  },
};

function apiRoutes({ app, now }: Surroundings, approvals: Map<string, Approval>): void {
  const tokens = new Map<string, number>();
  app.post('/v1.0/oauth2/accessToken', async (c) => {
    const { appKey, appSecret } = await c.req.json();
    if (appKey !== standInSettings.DINGTALK_APP_KEY || appSecret !== standInSecrets['dingtalk-app-secret'])
      return c.json({ code: 'invalidClientIdOrSecret', message: '无效的 appKey 或 appSecret' }, 400);
    const accessToken = `ding-app-${tokens.size + 1}`;
    tokens.set(accessToken, now() + 7_200_000);
    return c.json({ accessToken, expireIn: 7200 });
  });
  app.use('/v1.0/workflow/*', async (c, next) => {
    if ((tokens.get(c.req.header('x-acs-dingtalk-access-token') ?? '') ?? 0) > now()) return next();
    return c.json({ code: 'InvalidAuthentication', message: '不合法的 access_token' }, 401);
  });
  app.post('/v1.0/workflow/processInstances', async (c) => {
    const { requestId = '', title = '' } = await c.req.json();
    const known = [...approvals.values()].find((approval) => approval.requestId === requestId);
    const instanceId = known?.instanceId ?? `PI-${approvals.size + 1}`;
    if (known === undefined) approvals.set(instanceId, { instanceId, requestId, title, status: 'RUNNING' });
    return c.json({ instanceId });
  });
  app.get('/v1.0/workflow/processInstances', (c) => {
    const approval = approvals.get(c.req.query('processInstanceId') ?? '');
    return approval === undefined
      ? c.json({ code: 'processInstanceNotFound', message: '审批实例不存在' }, 400)
      : c.json({ success: true, result: { ...approval, operationRecords: [] } });
  });
}

function seatRoutes({ app, now, faults }: Surroundings, approvals: Map<string, Approval>): void {
  let hook: string | undefined;
  app.put('/_hook', async (c) => {
    hook = (await c.req.json()).url;
    return c.json({ hook });
  });
  app.get('/_approvals', (c) => c.json([...approvals.values()]));
  app.put('/_approvals/:id', async (c) => {
    const instanceId = c.req.param('id');
    const { result, silently, forged } = await c.req.json();
    const approval = approvals.get(instanceId);
    if (approval === undefined) return c.json({ message: '审批实例不存在' }, 404);
    if (forged !== true) approvals.set(instanceId, { ...approval, status: 'COMPLETED', result });
    if (hook === undefined || silently === true) return c.json({ answers: [] });
    const event = {
      EventType: 'bpms_instance_change',
      processInstanceId: instanceId,
      type: 'finish',
      result,
    };
    const { query, body } = encryptedEvent(JSON.stringify(event), standInSecrets['ding-events'], now());
    const times = faults.take('doubledEvent', 'PUSH', '/') === undefined ? 1 : 2;
    const answers: (number | undefined)[] = [];
    for (let nth = 0; nth < times; nth += 1) answers.push(await push(`${hook}?${query}`, body, {}));
    return c.json({ answers });
  });
}
