import type { Operation } from './operation.ts';

/** What stands outside the document and is declared as plain data: connectors' operations, other published workflows. */
export interface Catalog {
  /** By connector kind, what its manifest supplies. */
  readonly connectors?: {
    readonly [kind: string]: { readonly operations: { readonly [name: string]: Operation } };
  };
  /** Ids of the workflows that a child step or a linked work order may start. */
  readonly workflows?: readonly string[];
}
