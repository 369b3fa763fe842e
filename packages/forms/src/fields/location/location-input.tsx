import { EnvironmentOutlined } from '@ant-design/icons';
import { isJsonObject, type JsonObject } from '@paidan/engine/issue';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { ControlProps } from '../../view/control-props.ts';
import { useFormScope, useWords } from '../../view/form-scope.tsx';
import { useTyping } from '../../view/use-typing.ts';

/** An address, and on tap the position of this machine beside it. Another address is another place: its position goes. */
export function LocationInput({ state, id, describedBy, isInvalid, onSet, onLeave }: ControlProps) {
  const { device } = useFormScope();
  const { words, say } = useWords();
  const [hasFailed, setFailed] = useState(false);
  const place: JsonObject = isJsonObject(state.value) ? state.value : {};
  const address = typeof place['address'] === 'string' ? place['address'] : '';
  const typing = useTyping({
    edited: address,
    onType: (text) => onSet(text === address ? place : { address: text, source: 'typed' }, true),
    onLeave,
  });
  async function locate(): Promise<void> {
    const position = await device.locate?.().catch(() => undefined);
    setFailed(position === undefined);
    if (position !== undefined) onSet({ ...place, ...position, source: 'device' });
  }
  const metres = place['accuracyMetres'];
  return (
    <div className="pd-stack">
      <Input
        id={id}
        {...typing}
        autoComplete="off"
        aria-describedby={describedBy}
        aria-invalid={isInvalid}
        aria-required={state.required}
        {...(isInvalid ? { status: 'error' as const } : {})}
      />
      {device.locate !== undefined && (
        <div className="pd-row-of-things">
          <Button size="small" icon={<EnvironmentOutlined aria-hidden />} onClick={() => void locate()}>
            {words.locate}
          </Button>
          <span className="pd-note" role="status">
            {hasFailed
              ? words.locateFailed
              : typeof metres === 'number'
                ? say(words.located, { n: metres })
                : ''}
          </span>
        </div>
      )}
    </div>
  );
}
