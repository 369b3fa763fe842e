import type { ColumnType, GeneratedAlways } from 'kysely';

/** ISO 8601 in UTC with milliseconds. Documents are JSON text, so that key order survives. */
type InstantColumn = string;
type JsonText = string;

/** Filled in by the database on insert. */
type OnInsert<Value> = ColumnType<Value, Value | undefined, Value>;

interface WorkflowVersions {
  readonly tenant: string;
  /** Hash of the canonical document: the name under which a work order is pinned to it. */
  readonly hash: string;
  readonly workflow_id: string;
  /** 1, 2, 3 … in order of publishing, for people. */
  readonly ordinal: number;
  readonly document: JsonText;
  readonly certificate: JsonText | null;
  readonly validators: string | null;
  readonly note: string | null;
  readonly published_by: string;
  readonly published_at: InstantColumn;
}

interface Channels {
  readonly tenant: string;
  readonly workflow_id: string;
  readonly name: string;
  readonly hash: string;
  readonly moved_at: InstantColumn;
}

interface Drafts {
  readonly tenant: string;
  readonly id: string;
  readonly workflow_id: string;
  readonly title: JsonText;
  readonly document: JsonText;
  /** Positions on the canvas, kept beside the definition. */
  readonly layout: JsonText | null;
  readonly based_on: string | null;
  readonly revision: number;
  readonly edited_by: string;
  readonly edited_at: InstantColumn;
}

interface WorkOrders {
  readonly id: string;
  readonly tenant: string;
  readonly number: OnInsert<string>;
  readonly workflow_id: string;
  readonly workflow_hash: string;
  readonly seq: number;
  readonly status: 'open' | 'suspended' | 'ended';
  readonly stage: string | null;
  readonly steps: readonly string[];
  readonly assignees: JsonText;
  readonly next_due_at: InstantColumn | null;
  readonly created_at: InstantColumn;
  readonly updated_at: InstantColumn;
  readonly ended_at: InstantColumn | null;
  readonly record: JsonText;
  /** The snapshot without the record, which stands beside it. */
  readonly snapshot: JsonText;
  /** Hash of the newest journal row, on which the next one is chained. */
  readonly journal_head: string;
}

interface Journal {
  readonly work_order_id: string;
  readonly seq: number;
  readonly tenant: string;
  readonly position: GeneratedAlways<number>;
  /** The writing transaction; rows of one still running are not yet in the feed. */
  readonly xid: OnInsert<string>;
  readonly command_id: string;
  readonly workflow_hash: string;
  readonly event: JsonText;
  readonly actor: JsonText;
  readonly at: InstantColumn;
  readonly received_at: InstantColumn;
  readonly entries: JsonText;
  readonly previous_hash: string;
  readonly hash: string;
}

interface Inbox {
  readonly work_order_id: string;
  readonly command_id: string;
  readonly tenant: string;
  readonly fingerprint: string;
  readonly answer: JsonText;
  /** The decision that took the command in; null when it was refused. */
  readonly seq: number | null;
  readonly at: InstantColumn;
}

interface Effects {
  readonly id: string;
  readonly work_order_id: string;
  readonly tenant: string;
  readonly seq: number;
  readonly kind: string;
  readonly operation: string | null;
  readonly order_key: string | null;
  readonly effect: JsonText;
  readonly status: 'asked' | 'running' | 'waiting' | 'settled' | 'held';
  readonly attempt: number;
  readonly next_at: InstantColumn | null;
  readonly outcome: JsonText | null;
  /** Where the attempts stand, for whoever makes the next one. */
  readonly delivery: OnInsert<JsonText | null>;
  readonly asked_at: InstantColumn;
  readonly settled_at: InstantColumn | null;
}

interface Tasks {
  readonly id: string;
  readonly work_order_id: string;
  readonly tenant: string;
  readonly step_id: string;
  readonly status: 'open' | 'closed';
  /** Ids of the people and `role:<id>` of the roles who may claim it. */
  readonly candidates: readonly string[];
  readonly claimed_by: string | null;
  readonly due_at: InstantColumn | null;
  readonly seen_at: InstantColumn | null;
  readonly opened_at: InstantColumn;
  readonly closed_at: InstantColumn | null;
  readonly task: JsonText;
  readonly draft: JsonText | null;
}

interface Decisions {
  readonly tenant: string;
  readonly hash: string;
  readonly kind: 'routing-input' | 'plan';
  readonly body: JsonText;
  readonly at: InstantColumn;
}

interface Incidents {
  readonly id: string;
  readonly tenant: string;
  readonly work_order_id: string | null;
  readonly effect_id: string | null;
  readonly kind: string;
  readonly cause: JsonText;
  readonly status: 'open' | 'settled';
  readonly opened_at: InstantColumn;
  readonly settled_at: InstantColumn | null;
  readonly settled_by: string | null;
  readonly settled_as: string | null;
  readonly reason: string | null;
}

interface People {
  readonly tenant: string;
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly email: string | null;
  readonly phone: string | null;
  /** What routing asks about a person: skills, region, shift, certificates. */
  readonly facts: JsonText;
  readonly disabled_at: InstantColumn | null;
  readonly updated_at: InstantColumn;
}

interface Positions {
  readonly tenant: string;
  readonly person_id: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly accuracy_metres: number;
  readonly at: InstantColumn;
}

/** What fills a person's days; a mirror of the work orders' snapshots. */
interface Assignments {
  readonly tenant: string;
  readonly person_id: string;
  readonly work_order_id: string;
  readonly state: 'offered' | 'accepted' | 'under-way' | 'on-site' | 'finished';
  readonly planned_at: InstantColumn | null;
  /** Where the work is. */
  readonly place: JsonText | null;
  /** When it came to this state. */
  readonly since: InstantColumn;
}

/** Counts the changes of a person's assignments: a plan made on another count is not applied. */
interface Workloads {
  readonly tenant: string;
  readonly person_id: string;
  readonly version: number;
}

/** Work orders that stand at an assign step with a policy; a mirror of their snapshots. */
interface WaitingRoutes {
  readonly tenant: string;
  readonly work_order_id: string;
  readonly step_id: string;
  readonly pool: string;
  readonly policy: string;
  /** Nobody is being asked: it stands on a rung that waits. */
  readonly is_idle: boolean;
}

interface PoolRefreshes {
  readonly tenant: string;
  readonly pool: string;
  /** The instant of the grid that was due. */
  readonly slot_at: InstantColumn;
  readonly refreshed_at: InstantColumn;
  readonly took_ms: number;
  /** Instants of the grid that went by without a refresh of their own. */
  readonly missed: number;
}

interface Cursors {
  readonly tenant: string;
  readonly listener_id: string;
  readonly cursor: string | null;
  readonly failures: number;
  readonly polled_at: InstantColumn;
}

interface ListenerRows {
  readonly tenant: string;
  readonly listener_id: string;
  readonly row_key: string;
  readonly fingerprint: string;
  readonly seen_at: InstantColumn;
}

/** Heard before its work order was there. */
interface HeldEvents {
  readonly tenant: string;
  readonly listener_id: string;
  readonly event_id: string;
  readonly event: JsonText;
  readonly held_at: InstantColumn;
}

/** Missed when it happened, and found by asking for what still waits. */
interface HealedEvents {
  readonly tenant: string;
  readonly listener_id: string;
  readonly event_id: string;
  readonly work_order_id: string;
  readonly healed_at: InstantColumn;
}

interface Uploads {
  readonly tenant: string;
  readonly id: string;
  readonly work_order_id: string | null;
  readonly name: string;
  readonly media_type: string;
  readonly size_bytes: number;
  readonly received_bytes: number;
  readonly sha256: string | null;
  readonly status: 'receiving' | 'received' | 'verified' | 'refused';
  readonly metadata: JsonText;
  readonly uploaded_by: string;
  readonly created_at: InstantColumn;
  readonly finished_at: InstantColumn | null;
}

interface Customers {
  readonly tenant: string;
  readonly id: string;
  readonly name: string;
  readonly phones: readonly string[];
  readonly place: JsonText | null;
}

interface OneTimeCodes {
  readonly tenant: string;
  readonly work_order_id: string;
  readonly command_id: string;
  readonly sent_to: string;
  readonly code_hash: string;
  readonly sent_at: InstantColumn;
  readonly expires_at: InstantColumn;
  readonly tries: number;
  readonly confirmed_at: InstantColumn | null;
}

interface Settings {
  readonly tenant: string;
  readonly name: string;
  readonly value: JsonText;
  readonly changed_by: string;
  readonly changed_at: InstantColumn;
}

interface Secrets {
  readonly tenant: string;
  readonly name: string;
  readonly version: number;
  readonly key_id: string;
  readonly wrapped_key: string;
  readonly sealed: string;
  readonly last_four: string;
  readonly written_by: string;
  readonly written_at: InstantColumn;
}

interface Links {
  readonly tenant: string;
  /** Of the token; the token itself is kept nowhere. */
  readonly token_hash: string;
  readonly kind: 'link' | 'session';
  readonly work_order_id: string;
  readonly made_by: string;
  readonly made_at: InstantColumn;
  readonly expires_at: InstantColumn;
}

/** Every table of schema `paidan`. Column names are those of PostgreSQL. */
export interface Tables {
  readonly workflow_versions: WorkflowVersions;
  readonly channels: Channels;
  readonly drafts: Drafts;
  readonly work_orders: WorkOrders;
  readonly journal: Journal;
  readonly inbox: Inbox;
  readonly effects: Effects;
  readonly tasks: Tasks;
  readonly decisions: Decisions;
  readonly incidents: Incidents;
  readonly people: People;
  readonly positions: Positions;
  readonly assignments: Assignments;
  readonly workloads: Workloads;
  readonly waiting_routes: WaitingRoutes;
  readonly pool_refreshes: PoolRefreshes;
  readonly cursors: Cursors;
  readonly listener_rows: ListenerRows;
  readonly held_events: HeldEvents;
  readonly healed_events: HealedEvents;
  readonly uploads: Uploads;
  readonly customers: Customers;
  readonly one_time_codes: OneTimeCodes;
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly links: Links;
}
