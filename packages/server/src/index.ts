export { createServer } from './host/create-server.ts';
export type { Server, ServerOptions } from './host/create-server.ts';
export { readConfiguration } from './host/configuration.ts';
export type { Configuration } from './host/configuration.ts';
export type { Moved } from './host/host.ts';
export type { VirtualTime } from './host/virtual-time.ts';
export type { Sender, Started, WorkOrder, WorkOrders } from './host/work-orders.ts';
