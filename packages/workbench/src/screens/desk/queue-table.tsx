import type { WorkOrderRowView } from '@paidan/server/contract';
import { useRef } from 'react';
import { Link, useNavigate } from 'react-router';
import { useClient } from '../../client/client-context.tsx';
import type { Column } from '../../generate/column.ts';
import { sayColumn, sayNear } from '../../generate/say-value.ts';
import { ClockMark } from '../marks/clock-mark.tsx';
import { useWords } from '../marks/use-words.ts';
import { Standing } from './standing.tsx';

interface QueueTableProps {
  readonly rows: readonly WorkOrderRowView[];
  readonly columns: readonly Column[];
}

/** Rows of work orders; arrow keys and `j` `k` move, Enter opens. On a phone each row is a card. */
export function QueueTable({ rows, columns }: QueueTableProps) {
  const { t, say } = useWords();
  const body = useRef<HTMLTableSectionElement>(null);
  const move = (key: string) => {
    const links = [...(body.current?.querySelectorAll<HTMLAnchorElement>('a.wb-number') ?? [])];
    const at = links.findIndex((one) => one.matches(':focus'));
    const by = key === 'j' || key === 'ArrowDown' ? 1 : key === 'k' || key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) links[at + by]?.focus();
    return by !== 0;
  };
  return (
    <div className="wb-table-box">
      <table className="wb-table">
        <thead>
          <tr>
            <th scope="col">{t('desk.number')}</th>
            {columns.map(({ pointer, label }) => (
              <th scope="col" key={pointer}>
                {say(label)}
              </th>
            ))}
            <th scope="col">{t('desk.step')}</th>
            <th scope="col">{t('desk.assignee')}</th>
            <th scope="col">{t('desk.clock')}</th>
            <th scope="col">{t('desk.created')}</th>
          </tr>
        </thead>
        <tbody
          ref={body}
          onKeyDown={(event) => {
            if (move(event.key)) event.preventDefault();
          }}
        >
          {rows.map((row) => (
            <Row key={row.id} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, columns }: { readonly row: WorkOrderRowView; readonly columns: readonly Column[] }) {
  const { t, say, saying } = useWords();
  const { origin } = useClient();
  const navigate = useNavigate();
  const { id, number, record, steps, assignees, clock, createdAt } = row;
  const path = `/work-orders/${encodeURIComponent(id)}`;
  const names = Object.values(assignees).map(({ name }) => name);
  return (
    // The link in the first cell is the way by keyboard; the row is only a larger target for a pointer.
    <tr onClick={() => void navigate(path)} className={row.overdue ? 'wb-row wb-row-late' : 'wb-row'}>
      <th scope="row">
        <Link className="wb-number" to={path} onClick={(event) => event.stopPropagation()}>
          {number}
        </Link>
        <Standing row={row} />
      </th>
      {columns.map((column) => (
        <td key={column.pointer} data-label={say(column.label)}>
          <span className="wb-clamp">
            {sayColumn(column, record, saying) ?? <span className="wb-muted">—</span>}
          </span>
        </td>
      ))}
      <td data-label={t('desk.step')}>{steps.map(({ title }) => say(title)).join('、')}</td>
      <td data-label={t('desk.assignee')}>
        {names.length > 0 ? names.join('、') : <span className="wb-muted">{t('desk.nobody')}</span>}
      </td>
      <td data-label={t('desk.clock')} className="wb-nowrap">
        {clock === undefined ? <span className="wb-muted">—</span> : <ClockMark clock={clock} />}
      </td>
      <td data-label={t('desk.created')} className="wb-nowrap wb-muted">
        {sayNear(createdAt, origin.now(), saying)}
      </td>
    </tr>
  );
}
