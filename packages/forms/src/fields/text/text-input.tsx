import { Input } from 'antd';
import type { ControlProps } from '../../view/control-props.ts';
import { useTyping } from '../../view/use-typing.ts';

/** The counter appears when so much of the limit is used: before, it is noise. */
const counterFrom = 0.8;

/** One line or several; near a schema's upper limit a counter in code points appears. */
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
  const isNearEnd = max !== undefined && [...held].length > max * counterFrom;
  const count = isNearEnd ? { count: { max, strategy: codePoints, show: true } } : {};
  return (
    <div className={isNearEnd ? 'pd-counted' : ''}>
      <Input.TextArea {...names} {...typing} {...count} rows={lines} />
    </div>
  );
}

function codePoints(text: string): number {
  return [...text].length;
}
