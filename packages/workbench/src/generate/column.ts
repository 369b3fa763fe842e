import type { Text } from '@paidan/engine/issue';

/** How one value of the record is said, sorted and filtered. */
export type ValueKind =
  | 'text'
  | 'choice'
  | 'yes-no'
  | 'date'
  | 'instant'
  | 'number'
  | 'money'
  | 'files'
  | 'list'
  | 'group';

/** A place of the record as screens know it: what the document says about it, and nothing else. */
export interface Column {
  /** Pointer into the record. */
  readonly pointer: string;
  readonly label: Text;
  readonly kind: ValueKind;
  /** Words of the choices, by their value. */
  readonly choices: { readonly [value: string]: Text };
  /** Whether the document has words for it; keys and foreign ids are not for people. */
  readonly isNamed: boolean;
  readonly isPersonal: boolean;
  /** Shortened for these roles. */
  readonly isMasked: boolean;
}
