import { standInSecrets, standInSettings } from './keys.ts';
import type { SystemKind } from './stand-in.ts';

/** The SMS gateway: Basic authentication, `{ to, text }`, no key of any kind, so that it can be called once only. */
export const smsSystem: SystemKind = {
  errorIn200: { code: 'ERROR', message: '通道异常' },
  routes: ({ app }) => {
    const pair = `${standInSettings.SMS_USER}:${standInSecrets['sms-password']}`;
    const expected = `Basic ${Buffer.from(pair).toString('base64')}`;
    let messages = 0;
    app.post('/messages', async (c) => {
      if (c.req.header('authorization') !== expected)
        return c.json({ code: 'DENIED', message: '认证失败' }, 401);
      const { to, text } = await c.req.json();
      if (!to || !text) return c.json({ code: 'INVALID', message: '缺少号码或内容' }, 400);
      messages += 1;
      return c.json({ messageId: `sms-${messages}` }, 202);
    });
  },
};

/** The voice gateway: reads a text out; the same `Idempotency-Key` calls once. A pressed key is 「已接听并确认」. */
export const voiceSystem: SystemKind = {
  errorIn200: { code: 'ERROR', message: '线路忙' },
  routes: ({ app }) => {
    const calls = new Map<string, { readonly callId: string; readonly to: string; readonly text: string }>();
    app.post('/calls', async (c) => {
      if (c.req.header('authorization') !== `Bearer ${standInSecrets['voice-token']}`)
        return c.json({ code: 'DENIED', message: '认证失败' }, 401);
      const key = c.req.header('idempotency-key') ?? `call-${calls.size}`;
      const { to, text } = await c.req.json();
      if (!calls.has(key)) calls.set(key, { callId: `vc-${calls.size + 1}`, to, text });
      return c.json({ callId: calls.get(key)?.callId });
    });
    app.get('/_voice', (c) => c.json([...calls.values()]));
  },
};
