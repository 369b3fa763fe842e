export type { HostPlace } from './app/frame.tsx';
export { Workbench, type WorkbenchProps } from './app/workbench.tsx';
export type { Origin } from './client/origin-port.ts';
