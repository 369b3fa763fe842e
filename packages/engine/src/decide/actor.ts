/** A person or system as the gate knows it. `roles` are the ids of the workflow's roles this actor holds now. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** The absent person this actor acts for; both are kept in the journal. */
  readonly onBehalfOf?: string;
}

/** Somebody assigned in a role. `facts` are what conditions and mappings may read as `assignee.<name>`. */
export interface Assigned {
  readonly id: string;
  readonly name: string;
  readonly facts?: { readonly [name: string]: string | number | boolean };
}

/** Who acts when nobody does: clocks, timers and answers of other systems. */
export const systemActor: Actor = { id: 'system', name: 'system', roles: [] };
