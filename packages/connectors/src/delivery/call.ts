import type { JsonObject } from '@paidan/engine/issue';
import type { ReadyOperation } from '../contract/ready-operation.ts';

/** One call about to be made: the operation made ready, where it lives, and what is sent. */
export interface Call {
  readonly operation: ReadyOperation;
  readonly baseUrl: string;
  readonly effectId: string;
  readonly request: JsonObject;
}
