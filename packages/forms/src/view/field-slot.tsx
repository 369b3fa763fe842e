import type { Json } from '@paidan/engine/issue';
import { Button } from 'antd';
import type { FieldState } from '../evaluate/evaluation.ts';
import type { ControlProps } from './control-props.ts';
import { FieldIssues, useShownIssues } from './field-issues.tsx';
import { domId, useFormScope, useWords } from './form-scope.tsx';
import { isGroup, isWide } from './kit/kit-of-controls.tsx';
import { FieldLookups } from './lookup-chip.tsx';
import { MarkedWords } from './marked-words.tsx';
import { PrintedValue } from './printed-value.tsx';

export interface FieldSlotProps {
  readonly fieldId: string;
  readonly state: FieldState;
  /** The row around the field, said before its name. */
  readonly rowName?: string;
  onSet(value: Json | undefined, isTyping?: boolean): void;
  onLeave(): void;
}

/** One field with its name, its control or its answer, help, and issues, tied together by id. */
export function FieldSlot({ fieldId, state, rowName, onSet, onLeave }: FieldSlotProps) {
  const { form, idPrefix, isReadOnly, kit } = useFormScope();
  const { say } = useWords();
  const field = form.definition.fields[fieldId];
  const hasRowFields = (state.rows ?? []).some(({ fields }) => Object.keys(fields).length > 0);
  const issues = useShownIssues(state.pointer, hasRowFields);
  if (field === undefined || !state.visible) return null;
  const id = domId(idPrefix, state.pointer === '' ? `/${fieldId}` : state.pointer);
  const schema = form.schemas[fieldId] ?? {};
  const parts = [
    field.help === undefined ? [] : `${id}-help`,
    issues.length === 0 ? [] : `${id}-issues`,
  ].flat();
  const props: ControlProps = {
    fieldId,
    field,
    state,
    schema,
    id,
    labelledBy: `${id}-label`,
    describedBy: parts.length === 0 ? undefined : parts.join(' '),
    isInvalid: issues.some(({ severity }) => severity === 'error'),
    onSet,
    onLeave,
  };
  const isGiven = state.readOnly || field.options?.from === 'actor';
  const isPrinted = (isReadOnly || isGiven) && field.kind !== 'note' && field.kind !== 'code';
  const { Input } = kit[field.kind];
  return (
    <div className="pd-field" data-wide={isWide(kit, props)} data-field={fieldId} data-printed={isPrinted}>
      {field.options?.style !== 'confirm' || isPrinted ? (
        <FieldLabel {...props} isPrinted={isPrinted} rowName={rowName} />
      ) : null}
      {isPrinted ? (
        <div className="pd-printed" id={id} tabIndex={-1} data-empty={state.value === undefined}>
          <PrintedValue fieldId={fieldId} field={field} state={state} />
        </div>
      ) : (
        <Input {...props} />
      )}
      {field.options?.highlight !== undefined && !isPrinted && (
        <MarkedWords recogniser={field.options.highlight} />
      )}
      {field.help !== undefined && (
        <p className="pd-help" id={`${id}-help`}>
          {say(field.help)}
        </p>
      )}
      {issues.length > 0 && <FieldIssues id={`${id}-issues`} issues={issues} />}
    </div>
  );
}

interface FieldLabelProps extends ControlProps {
  readonly isPrinted: boolean;
  readonly rowName: string | undefined;
}

function FieldLabel(props: FieldLabelProps) {
  const { field, state, id, labelledBy, isPrinted, rowName } = props;
  const { filling, kit } = useFormScope();
  const { words, say } = useWords();
  const name = (
    <>
      {rowName !== undefined && <span className="pd-hidden">{rowName} </span>}
      {say(field.label)}
    </>
  );
  const isEdited = field.value !== undefined && field.editable === true && !state.follows && !isPrinted;
  const wasEdited = filling.store.getState().edited.includes(state.pointer);
  return (
    <div className="pd-label">
      {isPrinted || isGroup(kit, props) ? (
        <span id={labelledBy}>{name}</span>
      ) : (
        <label id={labelledBy} htmlFor={id}>
          {name}
        </label>
      )}
      {state.required && !isPrinted && <span className="pd-need">{words.required}</span>}
      {state.follows && state.value !== undefined && <span className="pd-auto">{words.automatic}</span>}
      <FieldLookups pointer={state.pointer} />
      {isEdited && wasEdited && (
        <Button type="link" size="small" onClick={() => filling.restore(state.pointer)}>
          {words.restore}
        </Button>
      )}
    </div>
  );
}
