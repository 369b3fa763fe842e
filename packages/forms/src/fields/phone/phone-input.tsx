import { Input } from 'antd';
import { printPhone } from '../../text/print-phone.ts';
import type { ControlProps } from '../../view/control-props.ts';
import { useTyping } from '../../view/use-typing.ts';

export function PhoneInput({ state, id, describedBy, isInvalid, onSet, onLeave }: ControlProps) {
  const held = typeof state.value === 'string' ? printPhone(state.value) : '';
  const typing = useTyping({ edited: held, onType: (text) => onSet(text, true), onLeave });
  return (
    <Input
      id={id}
      {...typing}
      type="tel"
      autoComplete="off"
      aria-describedby={describedBy}
      aria-invalid={isInvalid}
      aria-required={state.required}
      {...(isInvalid ? { status: 'error' as const } : {})}
    />
  );
}
