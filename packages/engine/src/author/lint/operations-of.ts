import { pointerOf } from '../../issue/json-pointer.ts';
import type { Operation } from '../definition/operation.ts';
import type { Workflow } from '../definition/workflow.ts';

export interface FoundOperation {
  readonly name: string;
  readonly pointer: string;
  readonly operation: Operation;
}

/** Every operation written in the document, as `connection.operation`. */
export function operationsOf({ connections = {} }: Workflow): readonly FoundOperation[] {
  return Object.entries(connections).flatMap(([id, { operations = {} }]) =>
    Object.entries(operations).map(([name, operation]) => ({
      name: `${id}.${name}`,
      pointer: pointerOf('connections', id, 'operations', name),
      operation,
    })),
  );
}
