import type { IssueCode, Json, JsonObject } from '@paidan/engine/issue';
import type { ChoicePlan, FieldPlan, FormPlan, LookupPlan } from '../compile/form-plan.ts';
import type { Recognition } from '../recognition/recognise.ts';
import type { FormContext } from './form-context.ts';
import { type RecordDraft, startDraft } from './record-draft.ts';

/** What conditions read. One object for the whole sweep; `row` and its companions change from row to row. */
export interface SweepFacts {
  readonly [root: string]: unknown;
  readonly record: JsonObject;
  readonly lookup: { [id: string]: { readonly status: string; readonly result: Json } };
  readonly recognised: { [id: string]: readonly string[] };
  row?: Json;
  rowId?: string;
  index?: number;
  parent?: Json;
  result?: Json;
}

export type LookupStatus = 'idle' | 'due' | 'not-needed' | 'done' | 'absent' | 'deferred';

export interface LookupOutcome {
  readonly plan: LookupPlan;
  readonly status: LookupStatus;
  readonly hash?: string;
  readonly params?: JsonObject;
  readonly result?: Json;
}

/** One place of a field: the record's segments with rows named, and whether the row around it shows. */
export interface RowPlace {
  readonly segments: readonly string[];
  readonly rows: readonly string[];
  readonly isVisible: boolean;
  /** Where the row's id stands among the segments, and the outer row's; -1 for none. */
  readonly rowDepth: number;
  readonly parentDepth: number;
}

/** One field at one place: a field of a row has as many as there are rows. */
export interface FieldInstance {
  readonly plan: FieldPlan;
  readonly pointer: string;
  readonly segments: readonly string[];
  /** Row ids or positions from the outermost row inwards. */
  readonly rows: readonly string[];
  readonly place: RowPlace;
  readonly isVisible: boolean;
  readonly isReadOnly: boolean;
  /** A computed value a person may change and has not. */
  readonly follows: boolean;
  readonly choices?: readonly (ChoicePlan | OfferedChoice)[];
}

/** A choice that came with a lookup's answer. */
export interface OfferedChoice {
  readonly id: string;
  readonly label: Json;
}

/** Something a client sent that it may not, or that is no answer. */
export interface SweepFinding {
  readonly code: IssueCode;
  readonly plan?: FieldPlan;
  readonly pointer: string;
  readonly rows?: readonly string[];
  readonly data?: JsonObject;
}

export interface Sweep {
  readonly plan: FormPlan;
  readonly context: FormContext;
  readonly values: JsonObject;
  readonly base: JsonObject;
  readonly draft: RecordDraft;
  readonly facts: SweepFacts;
  readonly edited: ReadonlySet<string>;
  /** Section id to whether it shows for this actor. */
  readonly sections: Map<string, boolean>;
  readonly instances: Map<FieldPlan, FieldInstance[]>;
  readonly lookups: Map<string, LookupOutcome>;
  readonly recognitions: Map<string, readonly Recognition[]>;
  /** Record pointers a lookup's answer filled. */
  readonly filled: Set<string>;
  readonly findings: SweepFinding[];
}

export function startSweep(plan: FormPlan, values: JsonObject, context: FormContext): Sweep {
  const base = context.base ?? {};
  const draft = startDraft(base);
  const facts: SweepFacts = {
    record: draft.root,
    workOrder: context.workOrder ?? {},
    actor: context.actor ?? {},
    stage: context.stage ?? null,
    channel: context.channel ?? 'screen',
    at: context.at,
    timeZone: context.timeZone ?? plan.cut.timeZone,
    lookup: {},
    recognised: {},
  };
  return {
    plan,
    context,
    values,
    base,
    draft,
    facts,
    edited: new Set(context.edited ?? []),
    sections: new Map(),
    instances: new Map(),
    lookups: new Map(),
    recognitions: new Map(),
    filled: new Set(),
    findings: [],
  };
}
