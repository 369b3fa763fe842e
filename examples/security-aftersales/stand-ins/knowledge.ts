import articles from '../knowledge/articles.json' with { type: 'json' };
import { standInSecrets } from './keys.ts';
import type { SystemKind } from './stand-in.ts';

/** The knowledge base: the set of articles, and a count of what helped. */
export const knowledgeSystem: SystemKind = {
  errorIn200: { code: 500, message: '检索服务异常' },
  routes: ({ app }) => {
    const helped = new Map<string, unknown>();
    app.use('*', async (c, next) => {
      const allowed = c.req.header('authorization') === `Bearer ${standInSecrets['kb-token']}`;
      if (allowed || new URL(c.req.url).pathname.startsWith('/_')) return next();
      return c.json({ code: 401, message: '认证失败' }, 401);
    });
    app.get('/articles', (c) => c.json(articles));
    app.post('/solved', async (c) => {
      helped.set(c.req.header('idempotency-key') ?? `${helped.size}`, await c.req.json());
      return c.json({ counted: helped.size });
    });
    app.get('/_solved', (c) => c.json([...helped.values()]));
  },
};
