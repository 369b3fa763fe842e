import { ScanOutlined } from '@ant-design/icons';
import { Button, Input, Space } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import type { ControlProps } from '../../view/control-props.ts';
import { useFormScope, useWords } from '../../view/form-scope.tsx';
import { useTyping } from '../../view/use-typing.ts';

/** A code by typing, hand scanner (its Enter never sends the form) or, where the machine can, camera. */
export function ScanInput(props: ControlProps) {
  const { field, state, id, describedBy, isInvalid, onSet, onLeave } = props;
  const { device } = useFormScope();
  const { words } = useWords();
  const [hasFailed, setFailed] = useState(false);
  const held = typeof state.value === 'string' ? state.value : '';
  const typing = useTyping({ edited: held, onType: (text) => onSet(text, true), onLeave });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onLeave();
  };
  async function scan(): Promise<void> {
    const read = await device.scan?.(field.options?.symbologies ?? []).catch(() => undefined);
    setFailed(read === undefined);
    if (read === undefined) return;
    onSet(read);
    onLeave();
  }
  const input = (
    <Input
      id={id}
      {...typing}
      onKeyDown={onKeyDown}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      aria-describedby={describedBy}
      aria-invalid={isInvalid}
      aria-required={state.required}
      {...(isInvalid ? { status: 'error' as const } : {})}
    />
  );
  if (device.scan === undefined) return input;
  return (
    <>
      <Space.Compact block>
        {input}
        <Button icon={<ScanOutlined aria-hidden />} onClick={() => void scan()}>
          {words.scan}
        </Button>
      </Space.Compact>
      {hasFailed && (
        <p className="pd-help" role="status">
          {words.scanFailed}
        </p>
      )}
    </>
  );
}
