import type { ChoiceState } from '../../evaluate/evaluation.ts';
import type { ControlProps } from '../../view/control-props.ts';
import { useWords } from '../../view/form-scope.tsx';

export interface RadioOptionsProps extends ControlProps {
  readonly choices: readonly ChoiceState[];
  readonly chosen: string | undefined;
  readonly size?: 'small' | 'large' | 'scale';
  onChoose(id: string): void;
}

/** Real radio buttons under a look of their own: arrow keys, names and forced colours come with them. */
export function RadioOptions(props: RadioOptionsProps) {
  const {
    choices,
    chosen,
    size = 'small',
    onChoose,
    state,
    id,
    labelledBy,
    describedBy,
    isInvalid,
    onLeave,
  } = props;
  const { say } = useWords();
  return (
    <div
      className="pd-options"
      data-size={size}
      role="radiogroup"
      id={id}
      tabIndex={-1}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-invalid={isInvalid}
      aria-required={state.required}
      onBlur={onLeave}
    >
      {choices.map((choice) => (
        <label className="pd-option" key={choice.id}>
          <input
            type="radio"
            name={id}
            value={choice.id}
            checked={chosen === choice.id}
            onChange={() => onChoose(choice.id)}
          />
          {say(choice.label)}
        </label>
      ))}
    </div>
  );
}
