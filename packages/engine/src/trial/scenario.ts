import type { Duration } from '../author/definition/duration.ts';
import type { Vote } from '../decide/step-work.ts';
import type { Json, JsonObject } from '../issue/json.ts';
import type { Text } from '../issue/text.ts';
import type { Instant } from '../time/instant.ts';

/** Time that passes whatever the calendar says. */
export type Elapsed = Exclude<Duration, { businessHours: number } | { businessDays: number }>;

/** Who takes part. What routing asks of a person has easy defaults: on shift, near nothing, certified for nothing. */
export interface TrialPerson {
  readonly name?: string;
  readonly roles: readonly string[];
  /** What conditions and mappings read as `assignee.<name>`. */
  readonly facts?: { readonly [name: string]: string | number | boolean };
  readonly place?: { readonly latitude: number; readonly longitude: number };
  readonly certificates?: readonly string[];
  /** 0–5 per `type/brand`. */
  readonly levels?: { readonly [skill: string]: number };
  readonly onDuty?: boolean;
  /** Half-open instants; left out, the person is always on shift. */
  readonly shifts?: readonly (readonly [from: Instant, to: Instant])[];
}

/** A customer the installation knows, as its lookup by phone number answers. */
export interface TrialCustomer {
  readonly phone: string;
  readonly name: string;
  readonly place?: JsonObject;
}

/** A work order of before, as the lookup for similar ones finds it. */
export interface EarlierWorkOrder {
  readonly number: string;
  readonly customer: string;
  readonly sn?: string;
  readonly deviceType?: string;
  readonly faultTags?: readonly string[];
  readonly status: 'open' | 'ended';
  readonly createdAt: Instant;
}

/**
 * What another system does with one call. `output` succeeds with it, `status` and `body` are read by the operation's own
 * rules; `drops` does the work and then loses the line, `twice` answers two times, `slowMs` lets the answer wait.
 */
export type StandInAnswer = { readonly slowMs?: number } & (
  | { readonly output: Json; readonly twice?: true }
  | {
      readonly status: number;
      readonly body?: Json;
      readonly headers?: { readonly [name: string]: string };
      readonly twice?: true;
    }
  | { readonly absent: true }
  | { readonly refused: string }
  | { readonly timeout: true }
  | { readonly drops: true; readonly output?: Json }
  | { readonly notSent: true }
);

/** In this order, the last one again and again. */
export interface StandIn {
  readonly order: readonly string[];
  readonly answers: { readonly [id: string]: StandInAnswer };
}

interface ActBasics {
  /** A person of the scenario. */
  readonly by?: string;
  /** Counted from the act before. */
  readonly after?: Elapsed;
  /** The child step whose newest work order is meant; left out, the main one. */
  readonly in?: string;
}

/** One thing somebody does, or that another system tells. An act before there is a work order starts it. */
export type Act = ActBasics &
  (
    | {
        readonly submit: string;
        readonly values?: JsonObject;
        readonly prove?: string;
        readonly alternative?: string;
        readonly edited?: readonly string[];
        readonly acknowledged?: readonly string[];
        readonly channel?: string;
      }
    | { readonly accept: string }
    | { readonly decline: string; readonly reason: string }
    | {
        readonly vote: string;
        readonly seat: string;
        readonly says: Vote['vote'];
        readonly note?: string;
        readonly returnTo?: string;
      }
    | { readonly send: string; readonly payload?: JsonObject }
    | { readonly override: string; readonly assignee: string; readonly reason: string }
    | { readonly plan: Instant; readonly visitMs?: number }
    | { readonly move: 'arrive' | 'depart' | 'leave' }
    | { readonly comment: string; readonly unprompted?: boolean }
    | { readonly message: string; readonly to: string }
    | { readonly from: string; readonly event?: string; readonly payload?: JsonObject }
    | { readonly wait: true }
  );

/** What must hold at the end, or `after` some more time. `in` as for acts. */
export type Expect = { readonly after?: Elapsed; readonly in?: string } & (
  | { readonly clock: string; readonly state: string }
  | { readonly calls: string; readonly effective: number }
  | { readonly stands: string }
  | { readonly outcome: 'done' | 'failed' | 'cancelled'; readonly step?: string }
  | { readonly record: string; readonly equals?: Json }
  | { readonly refused: string; readonly code: string }
  | { readonly entry: JsonObject; readonly times?: number; readonly within?: Elapsed }
);

/** A story to try a workflow with: plain JSON. `order` lists the acts that happen, one after the other. */
export interface Scenario {
  readonly workflow: string;
  readonly title?: Text;
  readonly startAt: string;
  readonly people: { readonly [id: string]: TrialPerson };
  readonly customers?: { readonly [id: string]: TrialCustomer };
  readonly earlier?: { readonly [id: string]: EarlierWorkOrder };
  readonly outside?: { readonly [operation: string]: StandIn };
  readonly order: readonly string[];
  readonly acts: { readonly [id: string]: Act };
  readonly expects: { readonly [id: string]: Expect };
}
