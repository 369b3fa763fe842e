import type { Task } from '../decide/task.ts';
import type { Json, JsonObject } from '../issue/json.ts';
import type { MessagePattern } from '../issue/message-table.ts';

/** `id` is `<workOrderId>/<seq>/<index>`: derived, readable, the idempotency key everywhere. */
interface EffectBasics {
  readonly id: string;
  readonly stepId?: string;
}

/** Call an operation of a connection with this request, the mapping already applied. `name` is the effect or call step. */
export interface CallEffect extends EffectBasics {
  readonly kind: 'call';
  readonly name: string;
  readonly operation: string;
  readonly request: JsonObject;
  /** Calls with the same key never overtake each other: work order and connection. */
  readonly orderKey: string;
}

/** Tell holders of a role, or persons. `text` is filled in, both languages. */
export interface NotifyEffect extends EffectBasics {
  readonly kind: 'notify';
  readonly name: string;
  readonly to: { readonly role: string; readonly persons?: readonly string[] };
  readonly channels: readonly string[];
  readonly text: MessagePattern;
  readonly parameters: { readonly [name: string]: Json };
  readonly incident?: string;
}

/** Find somebody for an assign step: rank, offer, escalate. Answered by a route event with the same token. */
export interface RequestPlanEffect extends EffectBasics {
  readonly kind: 'requestPlan';
  readonly stepId: string;
  readonly policy: string;
  readonly token: number;
  readonly urgent: boolean;
}

export interface OpenTaskEffect extends EffectBasics {
  readonly kind: 'openTask';
  readonly task: Task;
}

export interface CloseTaskEffect extends EffectBasics {
  readonly kind: 'closeTask';
  readonly task: string;
  readonly why: 'done' | 'left' | 'superseded' | 'ended';
}

/** `childId` is derived from this effect's id by the host (UUIDv5), so that a repeat starts nothing twice. */
export interface StartChildEffect extends EffectBasics {
  readonly kind: 'startChild';
  readonly stepId: string;
  readonly workflow: string;
  readonly input: JsonObject;
}

export interface CancelChildEffect extends EffectBasics {
  readonly kind: 'cancelChild';
  readonly stepId: string;
  readonly startedBy: string;
}

export interface StartLinkedEffect extends EffectBasics {
  readonly kind: 'startLinked';
  readonly name: string;
  readonly workflow: string;
  readonly link: string;
  readonly input: JsonObject;
}

/** What the host is asked to do, as data, in this order. Timers are no effects: the snapshot holds them. */
export type Effect =
  | CallEffect
  | NotifyEffect
  | RequestPlanEffect
  | OpenTaskEffect
  | CloseTaskEffect
  | StartChildEffect
  | CancelChildEffect
  | StartLinkedEffect;
