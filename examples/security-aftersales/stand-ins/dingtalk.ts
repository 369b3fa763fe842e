import { createHmac } from 'node:crypto';
import { standInSecrets } from './keys.ts';
import { createPace } from './pace.ts';
import type { SystemKind } from './stand-in.ts';

const robots: { readonly [token: string]: string } = {
  [standInSecrets['ding-it-token']]: standInSecrets['ding-it-key'],
  [standInSecrets['ding-duty-token']]: standInSecrets['ding-duty-key'],
};

const says = (errcode: number, errmsg: string) => ({ errcode, errmsg });

/** DingTalk's group robots: signature within an hour, 20,000 bytes, 20 a minute and then silent for ten. */
export const dingtalkSystem: SystemKind = {
  errorIn200: says(-1, '系统繁忙'),
  routes: ({ app, now }) => {
    const pace = createPace(20, 600_000);
    app.post('/robot/send', async (c) => {
      const { access_token: token = '', timestamp = '', sign = '' } = c.req.query();
      const key = robots[token];
      const body = await c.req.text();
      if (key === undefined) return c.json(says(300001, 'token is not exist'));
      const expected = createHmac('sha256', key).update(`${timestamp}\n${key}`).digest('base64');
      if (Math.abs(Number(timestamp) - now()) > 3_600_000) return c.json(says(310000, 'invalid timestamp'));
      if (expected !== sign) return c.json(says(310000, 'sign not match'));
      if (Buffer.byteLength(body) > 20_000) return c.json(says(460101, 'message too long'));
      if (!pace(token, now())) return c.json(says(130101, 'send too fast, exceed 20 times per minute'));
      const message = JSON.parse(body);
      const complete = message.msgtype === 'markdown' && message.markdown?.title && message.markdown?.text;
      return c.json(complete ? says(0, 'ok') : says(40035, '参数不合法'));
    });
  },
};
