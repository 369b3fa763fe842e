import type { Field, FieldKind } from '@paidan/engine/definition';
import type { IssueCode, Json, JsonObject, Severity } from '@paidan/engine/issue';

/** What a kind needs to know of one field: its definition and the schema of its place in the record. */
export interface FieldSetting {
  readonly field: Field;
  readonly schema: JsonObject;
}

/** What a kind finds wrong beyond the schema; `at` is a pointer below the field's value. */
export interface KindFinding {
  readonly code: IssueCode;
  readonly severity?: Severity;
  readonly at?: string;
  readonly data?: JsonObject;
}

/** What a finding may be judged against: the record as it will be. */
export interface KindFacts {
  readonly record: JsonObject;
}

/** One kind of field, without a screen. */
export interface FieldKindDescriptor {
  readonly kind: FieldKind;
  /** The stored form of what was typed, or `undefined` for empty. What cannot be read stays as it is, for the schema to refuse. */
  normalise(value: Json, setting: FieldSetting): Json | undefined;
  /** Findings that no schema can express; called only on values the schema accepts. */
  verify?(value: Json, setting: FieldSetting, facts: KindFacts): readonly KindFinding[];
  /** How the kind holds rows: positions of a list, or members named by `options.rowOrder`. */
  readonly rows?: 'list' | 'members';
}
