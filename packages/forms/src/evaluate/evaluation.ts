import type { Section } from '@paidan/engine/definition';
import type { Json, JsonObject, Text } from '@paidan/engine/issue';
import type { DueLookup } from '../lookup/due-lookups.ts';
import type { Recognition } from '../recognition/recognise.ts';
import type { LookupStatus } from './sweep-state.ts';

/** A choice that may be chosen now. */
export interface ChoiceState {
  readonly id: string;
  readonly label: Text;
}

/** One field as it stands: what a control needs and nothing about how it looks. */
export interface FieldState {
  readonly pointer: string;
  readonly value?: Json;
  readonly visible: boolean;
  readonly required: boolean;
  readonly readOnly: boolean;
  /** An editable computed value nobody has touched yet. */
  readonly follows: boolean;
  readonly choices?: readonly ChoiceState[];
  /** Rows of a repeat, parts or checklist field, in order. */
  readonly rows?: readonly RowState[];
}

export interface RowState {
  /** The row's position, or its id in a checklist. */
  readonly id: string;
  readonly label?: Text;
  readonly fields: { readonly [field: string]: FieldState };
}

export interface SectionState {
  readonly visible: boolean;
  readonly present: NonNullable<Section['present']>;
  /** Values for the placeholders of the section's text. */
  readonly data: JsonObject;
}

export interface LookupState {
  readonly status: LookupStatus;
  readonly params?: JsonObject;
  readonly hash?: string;
  readonly result?: Json;
}

/** A form filled in so far, as data. */
export interface Evaluation {
  /** What the form holds below its `writes`: normalised, computed values in, hidden ones out. */
  readonly values: JsonObject;
  readonly fields: { readonly [field: string]: FieldState };
  readonly sections: { readonly [section: string]: SectionState };
  readonly tags: readonly string[];
  /** Lookups to ask now; evaluating again with their answers gives the next level, if any. */
  readonly due: readonly DueLookup[];
  readonly lookups: { readonly [lookup: string]: LookupState };
  readonly recognised: { readonly [recogniser: string]: readonly Recognition[] };
}
