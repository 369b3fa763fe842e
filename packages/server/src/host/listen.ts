import { serve } from '@hono/node-server';
import { WorkflowFault } from '@paidan/engine/issue';

export interface Listening {
  readonly url: string;
  /** Takes no new request and ends open streams. */
  close(): Promise<void>;
}

/** Opens a port for a fetch handler. A port that is taken is a fault with a sentence that says what to do. */
export function listen(
  fetch: (request: Request) => Promise<Response>,
  { port, hostname = '127.0.0.1' }: { readonly port: number; readonly hostname?: string },
): Promise<Listening> {
  const { promise, resolve, reject } = Promise.withResolvers<Listening>();
  const server = serve({ fetch, port, hostname }, (address) => {
    resolve({ url: `http://${shown(hostname)}:${address.port}`, close: () => closeAll(server) });
  });
  server.once('error', (error: NodeJS.ErrnoException) => reject(faultOf(error, port)));
  return promise;
}

function closeAll(server: ReturnType<typeof serve>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  if ('closeAllConnections' in server) server.closeAllConnections();
  return promise;
}

function shown(hostname: string): string {
  return hostname === '0.0.0.0' ? 'localhost' : hostname;
}

function faultOf(error: NodeJS.ErrnoException, port: number): unknown {
  if (error.code === 'EADDRINUSE') {
    const text = `端口 ${port} 已被占用。请用 PORT=另一个端口 再次启动，或停止占用它的程序。
Port ${port} is taken. Start again with PORT=another one, or stop the program that holds it.`;
    return new WorkflowFault('listen/port-taken', text, 'wait-for-person', { cause: error });
  }
  if (error.code === 'EACCES') {
    const text = `没有权限使用端口 ${port}。请换用 1024 以上的端口。
Port ${port} may not be used by this account. Choose one above 1024.`;
    return new WorkflowFault('listen/not-permitted', text, 'wait-for-person', { cause: error });
  }
  return error;
}
