import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { Json } from '@paidan/engine/issue';
import { Button } from 'antd';
import { useState } from 'react';
import { listAt, movedRow, shownRows } from '../../typing/typed-rows.ts';
import type { ControlProps } from '../../view/control-props.ts';
import { useFilling, useFormScope, useWords } from '../../view/form-scope.tsx';
import { LineInput } from './line-input.tsx';
import { rowFieldIds } from './row-field-ids.ts';
import { RowFields } from './row-fields.tsx';

interface Rows {
  readonly rows: readonly Json[];
  readonly keys: readonly string[];
}

/** Rows to add, remove (with a way back) and move by buttons. Keys stay with their rows and outside the answers. */
export function RowsInput({ fieldId, state, id, labelledBy, describedBy, onLeave }: ControlProps) {
  const { form, filling } = useFormScope();
  const { words, say } = useWords();
  const typed = useFilling(({ typed }) => typed);
  const ownKeys = useFilling(({ rowKeys }) => rowKeys[state.pointer]);
  const [removed, setRemoved] = useState<Rows>();
  const rows = listAt(typed, state.pointer.slice(form.writes.length)) ?? asRows(state.value);
  const keys = rows.map((_, index) => ownKeys?.[index] ?? `kept-${index}`);
  const put = (next: Rows) => filling.setRows(state.pointer, next.rows, next.keys);
  const isLines = rowFieldIds(form.definition.fields, fieldId).length === 0;

  const add = () => {
    setRemoved(undefined);
    put({ rows: [...rows, isLines ? '' : {}], keys: [...keys, freshKey(keys)] });
  };
  const remove = (index: number) => {
    setRemoved({ rows, keys });
    put({ rows: rows.toSpliced(index, 1), keys: keys.toSpliced(index, 1) });
  };
  const move = (from: number, to: number) =>
    put({ rows: movedRow(rows, from, to), keys: movedRow(keys, from, to) });
  const change = (index: number, row: Json) => put({ rows: rows.with(index, row), keys });

  return (
    <fieldset
      className="pd-group pd-stack"
      id={id}
      tabIndex={-1}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
    >
      {rows.length > 0 && (
        <ol className="pd-rows">
          {shownRows(rows).map(({ index, known }) => (
            <li className="pd-row" key={keys[index]}>
              <div className="pd-row-fields">
                {isLines ? (
                  <LineInput
                    value={String(rows[index] ?? '')}
                    name={say(words.row, { n: index + 1 })}
                    onType={(text) => change(index, text)}
                    onLeave={onLeave}
                  />
                ) : (
                  <RowFields
                    fieldId={fieldId}
                    row={known === undefined ? undefined : state.rows?.[known]}
                    value={rows[index] ?? {}}
                    rowName={say(words.row, { n: index + 1 })}
                    blankPointer={`${state.pointer}/blank-${index}`}
                    onSet={(row) => change(index, row)}
                    onLeave={onLeave}
                  />
                )}
              </div>
              <RowTools index={index} count={rows.length} onMove={move} onRemove={remove} />
            </li>
          ))}
        </ol>
      )}
      <div className="pd-row-of-things">
        <Button icon={<PlusOutlined aria-hidden />} onClick={add}>
          {words.addRow}
        </Button>
        <span role="status" className="pd-note">
          {removed !== undefined && words.rowRemoved}
        </span>
        {removed !== undefined && (
          <Button
            type="link"
            onClick={() => {
              put(removed);
              setRemoved(undefined);
            }}
          >
            {words.undo}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

interface RowToolsProps {
  readonly index: number;
  readonly count: number;
  onMove(from: number, to: number): void;
  onRemove(index: number): void;
}

function RowTools({ index, count, onMove, onRemove }: RowToolsProps) {
  const { words, say } = useWords();
  const n = index + 1;
  return (
    <div className="pd-row-tools">
      {count > 1 && (
        <>
          <Button
            type="text"
            icon={<ArrowUpOutlined aria-hidden />}
            aria-label={say(words.moveUp, { n })}
            disabled={index === 0}
            onClick={() => onMove(index, index - 1)}
          />
          <Button
            type="text"
            icon={<ArrowDownOutlined aria-hidden />}
            aria-label={say(words.moveDown, { n })}
            disabled={n === count}
            onClick={() => onMove(index, index + 1)}
          />
        </>
      )}
      <Button
        type="text"
        icon={<DeleteOutlined aria-hidden />}
        aria-label={say(words.removeRow, { n })}
        onClick={() => onRemove(index)}
      />
    </div>
  );
}

function asRows(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

function freshKey(keys: readonly string[]): string {
  const used = keys.map((key) => Number(/^added-(\d+)$/.exec(key)?.[1] ?? 0));
  return `added-${Math.max(0, ...used) + 1}`;
}
