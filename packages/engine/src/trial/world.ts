import type { FormsKernel } from '../compile/forms-port.ts';
import type { JsonObject } from '../issue/json.ts';
import type { DeliveryTable } from './delivery-table.ts';

/** What a trial cannot have of itself: packages the engine must not import, and other documents. */
export interface World {
  /** Judges answers and says what a form looks up; without it everything is accepted as it is. */
  readonly forms?: FormsKernel;
  /** What follows an attempt at a call; without it nothing is tried twice. */
  readonly delivery?: DeliveryTable;
  /** Bundled documents of children and linked work orders, by id. */
  readonly workflows?: { readonly [id: string]: JsonObject };
}
