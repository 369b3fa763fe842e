import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import type { ChoiceState } from '../../evaluate/evaluation.ts';
import type { ControlProps } from '../../view/control-props.ts';
import { useWords } from '../../view/form-scope.tsx';

/** Several of a few: a tag that is chosen carries ×, one that may be added +. */
export function TagOptions(props: ControlProps & { readonly choices: readonly ChoiceState[] }) {
  const { choices, state, id, labelledBy, describedBy, onSet, onLeave } = props;
  const { say } = useWords();
  const chosen = Array.isArray(state.value) ? (state.value as readonly string[]) : [];
  const toggle = (choice: string) =>
    onSet(chosen.includes(choice) ? chosen.filter((one) => one !== choice) : [...chosen, choice]);
  return (
    <fieldset
      className="pd-group pd-options"
      id={id}
      tabIndex={-1}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onBlur={onLeave}
    >
      {choices.map((choice) => {
        const isChosen = chosen.includes(choice.id);
        return (
          <button
            type="button"
            className="pd-tag"
            key={choice.id}
            aria-pressed={isChosen}
            onClick={() => toggle(choice.id)}
          >
            {isChosen ? null : <PlusOutlined aria-hidden />}
            {say(choice.label)}
            {isChosen ? <CloseOutlined aria-hidden /> : null}
          </button>
        );
      })}
    </fieldset>
  );
}
