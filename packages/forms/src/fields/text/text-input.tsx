import { Input } from 'antd';
import type { ControlProps } from '../../view/control-props.ts';
import { useTyping } from '../../view/use-typing.ts';

/** One line or several; a schema's upper limit becomes a counter in code points. */
export function TextInput({
  field,
  state,
  schema,
  id,
  describedBy,
  isInvalid,
  onSet,
  onLeave,
}: ControlProps) {
  const held = typeof state.value === 'string' ? state.value : '';
  const typing = useTyping({ edited: held, onType: (text) => onSet(text, true), onLeave });
  const lines = field.options?.lines ?? 1;
  const names = {
    id,
    'aria-describedby': describedBy,
    'aria-invalid': isInvalid,
    'aria-required': state.required,
    ...(isInvalid ? { status: 'error' as const } : {}),
  };
  if (lines === 1) return <Input {...names} {...typing} />;
  const max = typeof schema['maxLength'] === 'number' ? schema['maxLength'] : undefined;
  const count =
    max === undefined ? {} : { count: { max, strategy: (text: string) => [...text].length, show: true } };
  return (
    <Input.TextArea {...names} {...typing} {...count} autoSize={{ minRows: lines, maxRows: lines * 3 }} />
  );
}
