import { isJsonObject } from '@paidan/engine/issue';
import { Input } from 'antd';
import type { ControlProps } from '../../view/control-props.ts';
import { useTyping } from '../../view/use-typing.ts';

/** Somebody named by hand; a field that takes the current actor is never typed into. */
export function PersonInput({ state, id, describedBy, isInvalid, onSet, onLeave }: ControlProps) {
  const label = isJsonObject(state.value) ? state.value['label'] : state.value;
  const held = typeof label === 'string' ? label : '';
  const typing = useTyping({ edited: held, onType: (text) => onSet({ label: text }, true), onLeave });
  return (
    <Input
      id={id}
      {...typing}
      autoComplete="off"
      aria-describedby={describedBy}
      aria-invalid={isInvalid}
      aria-required={state.required}
      {...(isInvalid ? { status: 'error' as const } : {})}
    />
  );
}
