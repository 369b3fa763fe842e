import type { Check, Field, FormFile, Knowledge, Lookup, Recogniser } from '@paidan/engine/definition';
import type { Facts } from '@paidan/engine/expression';
import type { Json, JsonObject, Text } from '@paidan/engine/issue';
import type { FieldKindDescriptor, FieldSetting } from '../fields/field-kind.ts';
import type { SchemaCheck } from './interpret-schema.ts';

/** A form with the slice of workflow it rests on, as `formOf` cuts it. */
export interface CutForm {
  readonly id: string;
  readonly writes: string;
  readonly form: FormFile;
  readonly record: JsonObject;
  readonly roles?: { readonly [role: string]: { readonly writes: readonly string[] } };
  readonly timeZone?: string;
  readonly knowledge?: { readonly [id: string]: Knowledge };
}

export type Condition = (facts: Facts) => Json;

export interface ChoicePlan {
  readonly id: string;
  readonly label: Text;
  readonly visible?: Condition;
}

/** One field made ready. Pointers are the record's own; `*` stands for a row. */
export interface FieldPlan {
  readonly id: string;
  /** Position in the order people see, which is the order of issues. */
  readonly rank: number;
  readonly field: Field;
  readonly kind: FieldKindDescriptor;
  readonly setting: FieldSetting;
  readonly pointer: string;
  readonly segments: readonly string[];
  /** Below the form's `writes`. */
  readonly relative: readonly string[];
  readonly section?: string;
  readonly container?: FieldPlan;
  readonly rowFields: readonly FieldPlan[];
  readonly schema?: SchemaCheck;
  readonly visible?: Condition;
  readonly required?: Condition;
  readonly readOnly?: Condition;
  readonly value?: Condition;
  readonly choices: readonly ChoicePlan[];
  /** Whether the record's root demands it of whoever starts a work order. */
  readonly isOfRootDemand: boolean;
  /** Lookups that fill this place. */
  readonly filledBy: readonly string[];
  /** Whether what shows this field rests on a lookup's answer rather than on the person's own. */
  readonly restsOnLookup: boolean;
}

export interface FillPlan {
  readonly pointer: string;
  readonly segments: readonly string[];
  readonly value: Condition;
  readonly schema?: SchemaCheck;
}

export interface ParamPlan {
  readonly name: string;
  readonly value: Condition;
  readonly isOptional: boolean;
  /** Read from the instant alone: a new instant is no new question. */
  readonly readsTime: boolean;
}

export interface LookupPlan {
  readonly id: string;
  readonly lookup: Lookup;
  readonly params: readonly ParamPlan[];
  /** Fields whose values the parameters read; a value its own schema refuses is not asked about. */
  readonly sources: readonly FieldPlan[];
  readonly when?: Condition;
  readonly fill: readonly FillPlan[];
  readonly otherwise: readonly FillPlan[];
  readonly checkAt?: readonly string[];
  /** Where a person should look when it has not run. */
  readonly pointer: string;
}

export interface RecogniserPlan {
  readonly id: string;
  readonly recogniser: Recogniser;
  readonly reads: readonly string[];
}

export interface CheckPlan {
  readonly id: string;
  readonly check: Check;
  readonly assert: Condition;
  readonly fields: readonly FieldPlan[];
  readonly data: readonly (readonly [name: string, value: Condition])[];
}

export interface SectionPlan {
  readonly id: string;
  readonly visible?: Condition;
  readonly roles?: readonly string[];
  readonly data: readonly (readonly [name: string, value: Condition])[];
}

export interface TagPlan {
  readonly id: string;
  readonly when: Condition;
}

/** One thing the sweep settles; steps stand in an order in which each comes after what it reads. */
export type SweepStep =
  | { readonly kind: 'section'; readonly section: SectionPlan }
  | { readonly kind: 'field'; readonly field: FieldPlan }
  | { readonly kind: 'lookup'; readonly lookup: LookupPlan }
  | { readonly kind: 'recogniser'; readonly recogniser: RecogniserPlan };

export interface FormPlan {
  readonly cut: CutForm;
  readonly hash: string;
  readonly fields: readonly FieldPlan[];
  readonly sections: readonly SectionPlan[];
  readonly lookups: readonly LookupPlan[];
  readonly recognisers: readonly RecogniserPlan[];
  readonly checks: readonly CheckPlan[];
  readonly tags: readonly TagPlan[];
  readonly steps: readonly SweepStep[];
  /** Every record pointer the form may write. */
  readonly writable: readonly string[];
}
