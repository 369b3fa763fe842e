import { Hono } from 'hono';
import type { ApiPorts } from './api-ports.ts';

/** `/live`: the loop turns. `/ready`: this process should get requests; else what stands in the way. Neither has secrets. */
export function operatingRoutes(ports: ApiPorts): Hono {
  const app = new Hono();
  app.get('/live', (context) => context.json({ live: true }));
  app.get('/ready', async (context) => {
    const hindrances = await ports.hindrances().catch(() => ['database']);
    const ready = hindrances.length === 0;
    return context.json({ ready, hindrances }, ready ? 200 : 503);
  });
  return app;
}
