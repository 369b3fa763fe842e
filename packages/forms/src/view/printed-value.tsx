import { filesOf, Shot } from '../fields/file/upload-input.tsx';
import { useWords } from './form-scope.tsx';
import { PrintedRows } from './printed-rows.tsx';
import { type PrintedProps, usePrinter } from './use-printer.ts';

/** An answer as it reads. */
export function PrintedValue({ fieldId, field, state }: PrintedProps) {
  const print = usePrinter();
  const { value } = state;
  const { words } = useWords();
  if (field.kind === 'photo' || field.kind === 'file') {
    const files = filesOf(value);
    if (files.length === 0) return words.empty;
    const name = field.kind === 'photo' ? words.photo : words.file;
    return (
      <ul className="pd-media">
        {files.map((file, index) => (
          <Shot key={JSON.stringify(file)} file={file} name={name} position={index + 1} />
        ))}
      </ul>
    );
  }
  if (state.rows !== undefined) return <PrintedRows fieldId={fieldId} field={field} state={state} />;
  return print(field, value);
}
