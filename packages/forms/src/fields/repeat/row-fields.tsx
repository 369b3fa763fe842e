import {
  isJsonObject,
  type Json,
  type JsonObject,
  pointerOf,
  segmentsOf,
  writePointer,
} from '@paidan/engine/issue';
import type { FieldState, RowState } from '../../evaluate/evaluation.ts';
import { FieldSlot } from '../../view/field-slot.tsx';
import { useFormScope } from '../../view/form-scope.tsx';
import { rowFieldIds } from './row-field-ids.ts';

export interface RowFieldsProps {
  /** The container's field. */
  readonly fieldId: string;
  /** The row as the form knows it; absent while it is blank. */
  readonly row: RowState | undefined;
  readonly value: Json;
  /** What stands before each field's name for those who hear the page. */
  readonly rowName: string;
  /** A DOM id's part for rows the form does not know yet. */
  readonly blankPointer: string;
  onSet(row: Json, isTyping: boolean): void;
  onLeave(): void;
}

/** The fields of one row, in the order of the container's columns. */
export function RowFields(props: RowFieldsProps) {
  const { fieldId, row, value, rowName, blankPointer, onSet, onLeave } = props;
  const { form } = useFormScope();
  const container: JsonObject = isJsonObject(value) ? value : {};
  return rowFieldIds(form.definition.fields, fieldId).map((id) => {
    const state =
      row?.fields[id] ?? blankState(form.definition.fields[id]?.value !== undefined, `${blankPointer}/${id}`);
    const path = pathInRow(form.definition.fields[id]?.at ?? '');
    return (
      <FieldSlot
        key={id}
        fieldId={id}
        state={state}
        rowName={rowName}
        onSet={(next, isTyping = false) => onSet(writePointer(container, path, next ?? null), isTyping)}
        onLeave={onLeave}
      />
    );
  });
}

function pathInRow(at: string): string {
  const segments = segmentsOf(at);
  return pointerOf(...segments.slice(segments.lastIndexOf('*') + 1));
}

function blankState(isComputed: boolean, pointer: string): FieldState {
  return { pointer, visible: true, required: false, readOnly: isComputed, follows: false };
}
