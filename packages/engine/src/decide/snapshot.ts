import type { Json, JsonObject } from '../issue/json.ts';
import type { Instant } from '../time/instant.ts';
import type { Assigned } from './actor.ts';
import type { Configuration } from './configuration.ts';
import type { StepWork } from './step-work.ts';
import type { Task } from './task.ts';

/**
 * A work order between two decisions: plain JSON, ours, versioned. Holds everything the next decision needs and
 * nothing of the machine underneath. `seq` counts decisions from 1; timers live here and nowhere else.
 */
export interface Snapshot {
  readonly format: 1;
  readonly workflow: { readonly id: string; readonly hash: string };
  readonly workOrderId: string;
  readonly number: string;
  readonly seq: number;
  readonly createdAt: Instant;
  readonly at: Instant;
  readonly status: 'open' | 'suspended' | 'ended';
  readonly outcome?: 'done' | 'failed' | 'cancelled';
  readonly configuration: Configuration;
  readonly record: JsonObject;
  readonly work: { readonly [stepId: string]: StepWork };
  readonly tasks: { readonly [taskId: string]: Task };
  readonly assignees: { readonly [role: string]: Assigned };
  /** Asked and not yet finally settled, by effect id. */
  readonly pending: { readonly [effectId: string]: PendingEffect };
  /** The newest call or question of each named effect, as conditions read it: `effect.<name>.state`. */
  readonly effects: { readonly [name: string]: EffectState };
  readonly timers: { readonly [timerId: string]: ArmedTimer };
  readonly clocks: { readonly [clockId: string]: ClockState };
  readonly appointment?: {
    readonly plannedAt?: Instant;
    readonly visitMs?: number;
    readonly expectedAt?: Instant;
  };
  /** Recent instants of events with a rate (`atMost`), newest last. */
  readonly heard: { readonly [event: string]: readonly Instant[] };
  readonly openIncidents: { readonly [name: string]: { readonly at: Instant; readonly effectId?: string } };
  /** Where this work order comes from: the parent waiting for it, or the one it is linked to. */
  readonly origin?: Origin;
  readonly suspendedAt?: Instant;
}

export interface Origin {
  readonly kind: 'child' | 'linked';
  readonly workOrderId: string;
  /** Step that waits (child) or name of the link. */
  readonly as: string;
}

export interface PendingEffect {
  readonly name: string;
  readonly kind: 'call' | 'notify' | 'child' | 'linked';
  /** The step whose outcome this is; absent for effects beside the flow. */
  readonly stepId?: string;
}

/** 待发送 sending, 重试中 retrying, 结果未知 unknown, 已确认 succeeded, 失败 refused or failed, 待补字段 held. */
export interface EffectState {
  readonly id: string;
  readonly state: 'sending' | 'retrying' | 'unknown' | 'succeeded' | 'refused' | 'failed' | 'held';
  readonly since: Instant;
  readonly receipt?: Json;
  readonly code?: string;
}

/** `token` is the seq of the arming decision, so it only grows; a timer event with another token is stale. */
export interface ArmedTimer {
  readonly token: number;
  readonly dueAt: Instant;
  readonly onResume: 'absolute' | 'remaining' | 'restart';
  readonly armedAt: Instant;
}

export interface ClockState {
  readonly state: 'waiting' | 'running' | 'paused' | 'warned' | 'breached' | 'met' | 'missed' | 'none';
  readonly budget?: string;
  readonly startedAt?: Instant;
  /** Where a budget `"from": "itsWhen"` begins to count; absent, the clock counts from its start. */
  readonly countsFrom?: Instant;
  readonly stoppedAt?: Instant;
  readonly dueAt?: Instant;
  readonly pauses: readonly Pause[];
  readonly fired: readonly string[];
  readonly run: number;
  /** Token of this run's rungs. */
  readonly token: number;
}

/** Half-open `[from, to)`; without `to` the clock is paused now. */
export interface Pause {
  readonly reason: string;
  readonly from: Instant;
  readonly to?: Instant;
}
