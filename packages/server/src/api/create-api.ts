import { Hono } from 'hono';
import { routes } from '../contract/routes.ts';
import { safeHeaders } from '../gate/headers.ts';
import { isOwnOrigin } from '../gate/origin-check.ts';
import { createRateLimit } from '../gate/request-limits.ts';
import type { ApiPorts } from './api-ports.ts';
import { assignmentHandlers } from './assignments.ts';
import type { Handlers } from './call.ts';
import { codeHandlers } from './codes.ts';
import { customerHandlers } from './customer.ts';
import { serveFile } from './files.ts';
import { hearHook } from './hooks.ts';
import { insightHandlers } from './insight.ts';
import { liveEvents } from './live.ts';
import { lookupHandlers } from './lookups.ts';
import { openApiDocument } from './openapi.ts';
import { operatingRoutes } from './operating.ts';
import { operationHandlers } from './operations.ts';
import { peopleHandlers } from './people.ts';
import { refuse } from './problem.ts';
import { answering, routeOperation } from './route-operation.ts';
import { serveScreens } from './static-files.ts';
import { taskHandlers } from './tasks.ts';
import { uploadRoutes } from './uploads.ts';
import { workOrderHandlers } from './work-orders.ts';
import { workflowHandlers } from './workflows.ts';

const handlers: Handlers = {
  ...peopleHandlers,
  ...taskHandlers,
  ...workflowHandlers,
  ...workOrderHandlers,
  ...lookupHandlers,
  ...assignmentHandlers,
  ...operationHandlers,
  ...insightHandlers,
  ...customerHandlers,
  ...codeHandlers,
};

/** Everything under `/api`, and the built screens where there are some. `fetch` mounts in any web-standard framework. */
export function createApi(ports: ApiPorts): Hono {
  const app = new Hono();
  const { frameAncestors } = ports;
  const isSecure = () => ports.publicUrl().startsWith('https:');
  app.use(safeHeaders({ isSecure, ...(frameAncestors === undefined ? {} : { frameAncestors }) }));
  app.use(async (context, next) => {
    // A push of another system is signed; it comes from no page of ours.
    const isHook = context.req.path.startsWith('/api/hooks/');
    if (isHook || isOwnOrigin(context.req.raw, ports.publicUrl())) return next();
    return answering(ports, context, async () => refuse('request/cross-site'));
  });
  app.use(async (context, next) => {
    await next();
    context.res.headers.set('Paidan-Now', ports.host.now());
  });
  app.route('/api', apiRoutes(ports));
  app.all('/api/*', (context) => answering(ports, context, async () => refuse('gate/not-found')));
  if (ports.screens !== undefined) {
    const { directory } = ports.screens;
    app.get('*', serveScreens({ directory, newId: ports.newId, ...(frameAncestors && { frameAncestors }) }));
  }
  return app;
}

function apiRoutes(ports: ApiPorts): Hono {
  const api = new Hono();
  const operating = { ports, handlers, rates: createRateLimit() };
  const document = openApiDocument();
  api.route('/', operatingRoutes(ports));
  api.get('/openapi.json', (context) => context.json(document));
  api.get('/events', liveEvents(ports));
  api.post('/hooks/:connection/:path', hearHook(ports));
  api.get('/files/:id', serveFile(ports));
  const uploads = uploadRoutes(ports);
  api.all('/uploads', uploads);
  api.all('/uploads/:id', uploads);
  const { auth } = ports;
  if (auth !== undefined) api.all('/auth/*', (context) => auth(context.req.raw));
  for (const id of Object.keys(routes) as (keyof typeof routes)[]) {
    const { method, path } = routes[id];
    api.on(
      method.toUpperCase(),
      path.replace(/\{(\w+)\}/g, ':$1'),
      routeOperation(operating, id, routes[id]),
    );
  }
  return api;
}
