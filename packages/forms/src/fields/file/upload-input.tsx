import {
  CameraOutlined,
  CloseOutlined,
  FileOutlined,
  LoadingOutlined,
  PictureOutlined,
} from '@ant-design/icons';
import { isJsonObject, type Json } from '@paidan/engine/issue';
import { Button } from 'antd';
import { type ChangeEvent, useState } from 'react';
import type { ControlProps } from '../../view/control-props.ts';
import { useFormScope, useWords } from '../../view/form-scope.tsx';

/** Photos and files: each is sent as it is chosen, and stands without a hash until it has arrived. */
export function UploadInput(props: ControlProps) {
  const { fieldId, field, state, schema, id, labelledBy, describedBy, onSet, onLeave } = props;
  const { device, filling } = useFormScope();
  const { words } = useWords();
  const [hasFailed, setFailed] = useState(false);
  const isList = schema['type'] === 'array';
  const files = filesOf(state.value);
  const put = (next: readonly Json[]) => onSet(isList ? next : next[0]);
  const present = () => filesOf(filling.store.getState().evaluation.fields[fieldId]?.value);

  async function add({ target }: ChangeEvent<HTMLInputElement>): Promise<void> {
    const chosen = [...(target.files ?? [])];
    target.value = '';
    setFailed(false);
    for (const [index, file] of chosen.entries()) {
      const pending = { id: `pending-${files.length + index}-${file.name}` };
      put([...present(), pending]);
      const stored = await device
        .upload?.(file, fieldId, new AbortController().signal)
        .catch(() => undefined);
      setFailed(stored === undefined);
      const others = present().filter((one) => idOf(one) !== pending.id);
      put(stored === undefined ? others : [...others, { ...stored }]);
    }
    onLeave();
  }

  const isPhoto = field.kind === 'photo';
  const isFromCamera = field.options?.source === 'camera';
  const hasRoom = isList ? files.length < (field.options?.atMost ?? 9) : files.length === 0;
  const action = isPhoto ? (isFromCamera ? words.takePhoto : words.addPhoto) : words.addFile;
  if (device.upload === undefined && files.length === 0)
    return <p className="pd-printed">{words.noUpload}</p>;
  return (
    <fieldset
      className="pd-group"
      id={id}
      tabIndex={-1}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
    >
      <ul className="pd-media">
        {files.map((file, index) => (
          <Shot
            key={idOf(file)}
            file={file}
            name={isPhoto ? words.photo : words.file}
            position={index + 1}
            onRemove={() => put(present().filter((one) => idOf(one) !== idOf(file)))}
          />
        ))}
        {hasRoom && device.upload !== undefined && (
          <li>
            <label className="pd-add">
              {isFromCamera ? <CameraOutlined aria-hidden /> : <PictureOutlined aria-hidden />}
              <span>{action}</span>
              <input
                type="file"
                multiple={isList}
                accept={isPhoto ? 'image/*' : (field.options?.types ?? []).join(',')}
                {...(isFromCamera ? { capture: 'environment' as const } : {})}
                onChange={(event) => void add(event)}
              />
            </label>
          </li>
        )}
      </ul>
      {hasFailed && (
        <p className="pd-issue" role="alert">
          {words.uploadFailed}
        </p>
      )}
    </fieldset>
  );
}

interface ShotProps {
  readonly file: Json;
  readonly name: string;
  readonly position: number;
  readonly onRemove?: () => void;
}

/** One file as a small picture, or a sign for what cannot be seen. */
export function Shot({ file, name, position, onRemove }: ShotProps) {
  const { device } = useFormScope();
  const { words, say } = useWords();
  const label = say(name, { n: position });
  const isPending = isJsonObject(file) && file['sha256'] === undefined;
  const source = device.preview?.(idOf(file));
  return (
    <li className="pd-shot">
      <div>
        {isPending && <LoadingOutlined aria-label={words.uploading} role="img" />}
        {!isPending && source !== undefined && <img src={source} alt={label} />}
        {!isPending && source === undefined && <FileOutlined aria-hidden />}
      </div>
      <span>{isPending ? words.uploading : label}</span>
      {onRemove !== undefined && (
        <Button
          size="small"
          icon={<CloseOutlined aria-hidden />}
          aria-label={`${words.remove} ${label}`}
          onClick={onRemove}
        >
          {words.remove}
        </Button>
      )}
    </li>
  );
}

export function filesOf(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly Json[]) : [value];
}

function idOf(file: Json): string {
  return isJsonObject(file) ? String(file['id']) : String(file);
}
