import { Button, Input, Space } from 'antd';
import { useState } from 'react';
import type { ControlProps } from '../../view/control-props.ts';
import { useFormScope, useWords } from '../../view/form-scope.tsx';

/** Asks for a one-time code and hands the digits on; they are kept nowhere, and the record's instant is the proof. */
export function CodeInput({ fieldId, field, id, describedBy, isInvalid, onLeave }: ControlProps) {
  const { device } = useFormScope();
  const { words, say } = useWords();
  const [digits, setDigits] = useState('');
  const [sentTo, setSentTo] = useState<string>();
  const [verdict, setVerdict] = useState<boolean>();
  const length = field.options?.digits ?? 6;
  if (device.sendCode === undefined || device.confirmCode === undefined) {
    return <p className="pd-printed">{words.noCode}</p>;
  }
  const send = async () => setSentTo(await device.sendCode?.(fieldId).catch(() => undefined));
  const confirm = async () =>
    setVerdict((await device.confirmCode?.(fieldId, digits).catch(() => false)) ?? false);
  return (
    <div className="pd-stack">
      <Space.Compact block>
        <Input
          id={id}
          value={digits}
          inputMode="numeric"
          autoComplete="one-time-code"
          placeholder={say(words.digits, { n: length })}
          aria-describedby={describedBy}
          aria-invalid={isInvalid || verdict === false}
          onChange={({ target }) =>
            setDigits(target.value.normalize('NFKC').replace(/\D/g, '').slice(0, length))
          }
          onBlur={onLeave}
        />
        <Button onClick={() => void send()}>{words.sendCode}</Button>
        <Button type="primary" disabled={digits.length !== length} onClick={() => void confirm()}>
          {words.checkCode}
        </Button>
      </Space.Compact>
      <p className="pd-note" role="status">
        {verdict === true && words.codeDone}
        {verdict === false && words.codeWrong}
        {verdict === undefined && sentTo !== undefined && say(words.codeSent, { to: sentTo })}
      </p>
    </div>
  );
}
