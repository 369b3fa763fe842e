export type { MachineStep, StepMachine } from '../../compile/both-machines.ts';
export { bothMachines } from '../../compile/both-machines.ts';
