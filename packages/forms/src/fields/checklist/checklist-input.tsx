import { isJsonObject, type JsonObject } from '@paidan/engine/issue';
import type { ControlProps } from '../../view/control-props.ts';
import { useWords } from '../../view/form-scope.tsx';
import { RowFields } from '../repeat/row-fields.tsx';

/** The form's fixed rows, each with its answer beside its name. */
export function ChecklistInput({
  fieldId,
  field,
  state,
  id,
  labelledBy,
  describedBy,
  onSet,
  onLeave,
}: ControlProps) {
  const { say } = useWords();
  const held: JsonObject = isJsonObject(state.value) ? state.value : {};
  const order = field.options?.rowOrder ?? [];
  const rows = order.flatMap((row) => state.rows?.find((one) => one.id === row) ?? []);
  return (
    <fieldset
      className="pd-group"
      id={id}
      tabIndex={-1}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
    >
      {rows.map((row) => (
        <div className="pd-check" key={row.id}>
          <div className="pd-check-name">{say(row.label)}</div>
          <div>
            <RowFields
              fieldId={fieldId}
              row={row}
              value={held[row.id] ?? {}}
              rowName={say(row.label)}
              blankPointer={`${state.pointer}/${row.id}`}
              onSet={(next, isTyping) => onSet({ ...held, [row.id]: next }, isTyping)}
              onLeave={onLeave}
            />
          </div>
        </div>
      ))}
    </fieldset>
  );
}
