import { Input } from 'antd';
import type { ControlProps } from '../../view/control-props.ts';
import { useWords } from '../../view/form-scope.tsx';
import { useTyping } from '../../view/use-typing.ts';

/** A number typed as text, so that full-width digits are read and a wheel never changes it. */
export function NumberInput({ field, state, id, describedBy, isInvalid, onSet, onLeave }: ControlProps) {
  const { say } = useWords();
  const held = state.value === undefined ? '' : String(state.value);
  const typing = useTyping({ edited: held, onType: (text) => onSet(text, true), onLeave });
  const unit = field.options?.unit;
  return (
    <Input
      id={id}
      {...typing}
      inputMode="decimal"
      autoComplete="off"
      aria-describedby={describedBy}
      aria-invalid={isInvalid}
      aria-required={state.required}
      {...(unit === undefined ? {} : { suffix: say(unit) })}
      {...(isInvalid ? { status: 'error' as const } : {})}
    />
  );
}
