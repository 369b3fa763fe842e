import { rowFieldIds } from '../fields/repeat/row-field-ids.ts';
import { useFormScope, useWords } from './form-scope.tsx';
import { type PrintedProps, usePrinter } from './use-printer.ts';

/** Rows as they were answered: a table, or a list where a row is one line. */
export function PrintedRows({ fieldId, field, state }: PrintedProps) {
  const { form } = useFormScope();
  const { words, say } = useWords();
  const print = usePrinter();
  const rows = state.rows ?? [];
  const columns = rowFieldIds(form.definition.fields, fieldId);
  if (rows.length === 0) return words.empty;
  if (columns.length === 0) {
    const lines = Array.isArray(state.value) ? state.value : [];
    return (
      <ol>
        {lines.map((line) => (
          <li key={String(line)}>{String(line)}</li>
        ))}
      </ol>
    );
  }
  return (
    <table className="pd-grid-table">
      <thead>
        <tr>
          <th scope="col">{say(field.label)}</th>
          {columns.map((column) => (
            <th scope="col" key={column}>
              {say(form.definition.fields[column]?.label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.label === undefined ? Number(row.id) + 1 : say(row.label)}</th>
            {columns.map((column) => {
              const cell = form.definition.fields[column];
              const answer = row.fields[column]?.value;
              return (
                <td key={column}>{cell === undefined || answer === undefined ? '—' : print(cell, answer)}</td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
