import { standInSecrets, standInSettings } from './keys.ts';
import { createPace } from './pace.ts';
import type { Surroundings, SystemKind } from './stand-in.ts';

const robotKeys: readonly string[] = [standInSecrets['wecom-desk'], standInSecrets['wecom-heads']];
const says = (errcode: number, errmsg: string, more: object = {}) => ({ errcode, errmsg, ...more });

/** Who may be written to; anybody else comes back as `invaliduser`, with `errcode` 0. */
const people = /^(head|duty|engineer|manager)[\w-]*$/;

/** WeCom: group robots (4,096 bytes of Markdown, 20 a minute) and messages of an application to persons. */
export const wecomSystem: SystemKind = {
  errorIn200: says(-1, '系统繁忙'),
  routes: (surroundings) => {
    robotRoute(surroundings);
    appRoutes(surroundings);
  },
};

function robotRoute({ app, now }: Surroundings): void {
  const pace = createPace(20, 60_000);
  app.post('/cgi-bin/webhook/send', async (c) => {
    const key = c.req.query('key') ?? '';
    const { msgtype, markdown, text } = await c.req.json();
    if (!robotKeys.includes(key)) return c.json(says(93000, 'invalid webhook url'));
    const content: unknown = markdown?.content ?? text?.content;
    const most = msgtype === 'markdown' ? 4096 : 2048;
    if (typeof content !== 'string' || content === '') return c.json(says(40035, 'invalid parameter'));
    if (Buffer.byteLength(content) > most) return c.json(says(40058, `content exceed max length ${most}`));
    if (!pace(key, now())) return c.json(says(45009, 'api freq out of limit'));
    return c.json(says(0, 'ok'));
  });
}

function appRoutes({ app, now }: Surroundings): void {
  const tokens = new Map<string, number>();
  app.get('/cgi-bin/gettoken', (c) => {
    const { corpid, corpsecret } = c.req.query();
    if (corpid !== standInSettings.WECOM_CORP_ID || corpsecret !== standInSecrets['wecom-corp-secret'])
      return c.json(says(40001, 'invalid credential'));
    const token = `wecom-token-${tokens.size + 1}`;
    tokens.set(token, now() + 7_200_000);
    return c.json(says(0, 'ok', { access_token: token, expires_in: 7200 }));
  });
  app.put('/_tokens/expire', (c) => {
    for (const token of tokens.keys()) tokens.set(token, 0);
    return c.json({});
  });
  app.post('/cgi-bin/message/send', async (c) => {
    if ((tokens.get(c.req.query('access_token') ?? '') ?? 0) <= now())
      return c.json(says(42001, 'access_token expired'));
    const { touser = '', agentid, markdown } = await c.req.json();
    if (String(agentid) !== standInSettings.WECOM_AGENT_ID) return c.json(says(40056, 'invalid agentid'));
    if (Buffer.byteLength(markdown?.content ?? '') > 2048)
      return c.json(says(40058, 'content exceed max length 2048'));
    const unknown = String(touser)
      .split('|')
      .filter((user) => !people.test(user));
    return c.json(says(0, 'ok', { invaliduser: unknown.join('|'), msgid: `m-${now()}` }));
  });
}
