import { serve } from '@hono/node-server';
import { createServer } from '@paidan/server';
import { Hono } from 'hono';
import { currentUser } from './own-sign-in.ts';

const paidan = await createServer({
  workflows: [new URL('../two-step/two-step.workflow.json', import.meta.url).pathname],
  dataDir: process.env['DATA_DIR'] ?? './.paidan',
  signIn: (request) => currentUser(request),
});
const app = new Hono().get('/', (context) => context.text('my own application'));
app.all('/api/*', (context) => paidan.fetch(context.req.raw));
const listening = serve({
  fetch: app.fetch,
  hostname: '127.0.0.1',
  port: Number(process.env['PORT'] ?? 3000),
});
process.once('SIGTERM', () => listening.close(() => void paidan.close()));
