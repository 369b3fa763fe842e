import { Checkbox, Select } from 'antd';
import type { ChoiceState } from '../../evaluate/evaluation.ts';
import type { ControlProps } from '../../view/control-props.ts';
import { useWords } from '../../view/form-scope.tsx';
import { sideBySide } from './choice-group.ts';
import { RadioOptions } from './radio-options.tsx';
import { TagOptions } from './tag-options.tsx';

/** One, many, yes or no, or a box to tick: as the record's schema and the field's style say. */
export function ChoiceInput(props: ControlProps) {
  const { field, state, schema, onSet } = props;
  const { words } = useWords();
  const choices = state.choices ?? [];
  if (field.options?.style === 'confirm') return <ConfirmBox {...props} />;
  if (schema['type'] === 'boolean') {
    const answers: readonly ChoiceState[] = [
      { id: 'true', label: words.yes },
      { id: 'false', label: words.no },
    ];
    const chosen = state.value === undefined ? undefined : String(state.value);
    return (
      <RadioOptions {...props} choices={answers} chosen={chosen} onChoose={(id) => onSet(id === 'true')} />
    );
  }
  if (schema['type'] === 'array') return <TagOptions {...props} choices={choices} />;
  if (choices.length > sideBySide) return <ChoiceList {...props} choices={choices} />;
  const chosen = typeof state.value === 'string' ? state.value : undefined;
  const isLarge = field.shuffle === true || field.options?.style === 'cards';
  return (
    <RadioOptions
      {...props}
      choices={choices}
      chosen={chosen}
      size={isLarge ? 'large' : 'small'}
      onChoose={(id) => onSet(id)}
    />
  );
}

function ConfirmBox({ state, id, describedBy, isInvalid, onSet, onLeave, field }: ControlProps) {
  const { say } = useWords();
  return (
    <Checkbox
      id={id}
      checked={state.value === true}
      aria-describedby={describedBy}
      aria-invalid={isInvalid}
      aria-required={state.required}
      onChange={({ target }) => onSet(target.checked ? true : undefined)}
      onBlur={onLeave}
    >
      {say(field.label)}
    </Checkbox>
  );
}

function ChoiceList(props: ControlProps & { readonly choices: readonly ChoiceState[] }) {
  const { state, id, describedBy, isInvalid, onSet, onLeave, choices } = props;
  const { words, say } = useWords();
  const options = choices.map((choice) => ({ value: choice.id, label: say(choice.label) }));
  return (
    <Select
      id={id}
      style={{ width: '100%' }}
      options={options}
      value={typeof state.value === 'string' ? state.value : null}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={words.choose}
      aria-describedby={describedBy}
      aria-invalid={isInvalid}
      onChange={(value) => onSet(value ?? undefined)}
      onBlur={onLeave}
      {...(isInvalid ? { status: 'error' as const } : {})}
    />
  );
}
