export type { Configuration } from './host/configuration.ts';
export { readConfiguration } from './host/configuration.ts';
export { createServer } from './host/create-server.ts';
export type { Moved } from './host/host.ts';
export type { OwnSignIn, Server, ServerOptions } from './host/server.ts';
export type { VirtualTime } from './host/virtual-time.ts';
export type { Sender, Started, WorkOrder, WorkOrders } from './host/work-orders.ts';
