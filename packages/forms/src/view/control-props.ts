import type { Field } from '@paidan/engine/definition';
import type { Json, JsonObject } from '@paidan/engine/issue';
import type { FieldState } from '../evaluate/evaluation.ts';

/** What every control of a field gets. */
export interface ControlProps {
  readonly fieldId: string;
  readonly field: Field;
  readonly state: FieldState;
  /** What the record's schema says of the answer. */
  readonly schema: JsonObject;
  /** The DOM id; a group puts it on its frame, an input on itself. */
  readonly id: string;
  readonly labelledBy: string;
  readonly describedBy: string | undefined;
  readonly isInvalid: boolean;
  /** `isTyping` says that more keystrokes may follow. */
  onSet(value: Json | undefined, isTyping?: boolean): void;
  onLeave(): void;
}
