import { Input } from 'antd';
import { instantOfLocalText, localOfInstant } from '../../text/local-time.ts';
import type { ControlProps } from '../../view/control-props.ts';
import { useFormScope } from '../../view/form-scope.tsx';

/** The browser's own date control, which every phone and screen reader knows; instants are shown in the workflow's zone. */
export function DateTimeInput({
  field,
  state,
  schema,
  id,
  describedBy,
  isInvalid,
  onSet,
  onLeave,
}: ControlProps) {
  const { context } = useFormScope();
  const zone = context.timeZone ?? 'Asia/Shanghai';
  const isDate = field.options?.precision === 'date' || schema['format'] === 'date';
  const held = typeof state.value === 'string' ? state.value : '';
  return (
    <Input
      id={id}
      type={isDate ? 'date' : 'datetime-local'}
      value={isDate ? held : localOfInstant(held, zone)}
      aria-describedby={describedBy}
      aria-invalid={isInvalid}
      aria-required={state.required}
      onChange={({ target }) => onSet(isDate ? target.value : instantOfLocalText(target.value, zone))}
      onBlur={onLeave}
      {...(isInvalid ? { status: 'error' as const } : {})}
    />
  );
}
