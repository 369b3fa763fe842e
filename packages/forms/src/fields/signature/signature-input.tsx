import { isJsonObject } from '@paidan/engine/issue';
import { Input } from 'antd';
import { useRef, useState } from 'react';
import type { ControlProps } from '../../view/control-props.ts';
import { useFormScope, useWords } from '../../view/form-scope.tsx';
import { useTyping } from '../../view/use-typing.ts';
import { digestOf } from './signature-kind.ts';
import { type DrawnName, SignaturePadCanvas } from './signature-pad-canvas.tsx';

/** What is signed, who signs, and the pad. The drawing is stored as a file; the digest binds it to what was shown. */
export function SignatureInput(props: ControlProps) {
  const { fieldId, field, state, id, labelledBy, describedBy, onSet, onLeave } = props;
  const { device, context, covered } = useFormScope();
  const { words, say } = useWords();
  const [signer, setSigner] = useState('');
  const [hasFailed, setFailed] = useState(false);
  const latest = useRef(0);
  const typing = useTyping({ edited: signer, onType: setSigner, onLeave });
  const signed = isJsonObject(state.value) ? state.value : undefined;

  async function store({ strokes, file }: DrawnName): Promise<void> {
    latest.current += 1;
    const turn = latest.current;
    const stored = await device.upload?.(file, fieldId, new AbortController().signal).catch(() => undefined);
    // A stroke may follow while the one before is still being stored; only the last drawing counts.
    if (turn !== latest.current) return;
    setFailed(stored === undefined);
    if (stored === undefined) return onSet(undefined);
    onSet({
      id: stored.id,
      sha256: stored.sha256,
      strokes,
      signer: { label: signer.trim() },
      signedAt: stored.takenAt ?? context.at ?? '',
      coversSha256: digestOf(context.base ?? {}, field.options?.covers ?? []),
    });
    onLeave();
  }

  const erase = () => {
    latest.current += 1;
    onSet(undefined);
  };
  return (
    <fieldset
      className="pd-group pd-stack"
      id={id}
      tabIndex={-1}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
    >
      {covered !== undefined && <section aria-label={words.covers}>{covered}</section>}
      {field.options?.statement !== undefined && (
        <p className="pd-sign-statement">{say(field.options.statement)}</p>
      )}
      <div>
        <label className="pd-label" htmlFor={`${id}-signer`}>
          {words.signer}
        </label>
        <Input id={`${id}-signer`} {...typing} autoComplete="name" disabled={signed !== undefined} />
      </div>
      {signer.trim() === '' ? (
        <p className="pd-note">{words.signFirst}</p>
      ) : (
        <SignaturePadCanvas label={words.signHere} onDrawn={(drawn) => void store(drawn)} onErase={erase} />
      )}
      <p className="pd-note" role="status">
        {signed !== undefined &&
          `${say(words.signedBy, { name: signer })} · ${say(words.strokes, { n: signed['strokes'] ?? 0 })}`}
        {hasFailed && words.uploadFailed}
      </p>
    </fieldset>
  );
}
