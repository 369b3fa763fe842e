import { createHmac } from 'node:crypto';
import { standInSecrets } from './keys.ts';
import { createPace } from './pace.ts';
import type { SystemKind } from './stand-in.ts';

const says = (code: number, msg: string) => ({ code, msg });

/** Feishu's group robot: timestamp and signature in the body, 20 KB, 100 a minute. Too fast is said with HTTP 400. */
export const feishuSystem: SystemKind = {
  errorIn200: says(11001, '系统繁忙'),
  routes: ({ app, now }) => {
    const pace = createPace(100, 60_000);
    app.post('/open-apis/bot/v2/hook/:hook', async (c) => {
      const raw = await c.req.text();
      const { timestamp = '', sign, msg_type: kind, card } = JSON.parse(raw);
      if (c.req.param('hook') !== standInSecrets['feishu-hook']) return c.json(says(19001, 'param invalid'));
      const expected = createHmac('sha256', `${timestamp}\n${standInSecrets['feishu-key']}`)
        .update('')
        .digest('base64');
      const stale = Math.abs(Number(timestamp) * 1000 - now()) > 3_600_000;
      if (stale || sign !== expected)
        return c.json(says(19021, 'sign match fail or timestamp is not within one hour'));
      if (Buffer.byteLength(raw) > 20_480) return c.json(says(9499, 'Bad Request'), 400);
      if (!pace('hook', now())) return c.json(says(9499, 'too many request'), 400);
      return c.json(
        kind === 'interactive' && card?.elements ? says(0, 'success') : says(19002, 'params error'),
      );
    });
  },
};
