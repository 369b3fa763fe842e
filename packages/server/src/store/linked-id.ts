import { derivedId } from './derived-id.ts';

/** The work order a start command makes: a repeat of the command is the same start. */
export function startedWorkOrderId(tenant: string, commandId: string): string {
  return derivedId('work-order', tenant, commandId);
}

/** The child or linked work order an effect starts, so that a repeated effect starts nothing twice. */
export function childWorkOrderId(effectId: string): string {
  return derivedId('started-by', effectId);
}
