import type { PoolView } from '@paidan/server/contract';
import type { Column } from '../../generate/column.ts';
import { sayColumn } from '../../generate/say-value.ts';
import { Standing } from '../desk/standing.tsx';
import { ClockMark } from '../marks/clock-mark.tsx';
import { useWords } from '../marks/use-words.ts';

interface PoolProps {
  readonly waiting: PoolView['waiting'];
  readonly chosen: string | undefined;
  readonly columns: readonly Column[];
  readonly onChoose: (workOrderId: string) => void;
}

/** Work orders that wait for somebody, the least time left on top. */
export function Pool({ waiting, chosen, columns, onChoose }: PoolProps) {
  const { t, saying } = useWords();
  const ordered = [...waiting].sort((one, other) => dueOf(one).localeCompare(dueOf(other)));
  const said = columns.filter(({ isPersonal }) => !isPersonal);
  return (
    <ul className="wb-plain wb-pool">
      {ordered.map((row) => {
        const asked = row.offered
          .filter(({ state }) => state === 'offered')
          .map(({ assignee }) => assignee.name);
        const facts = said.flatMap((column) => sayColumn(column, row.record, saying) ?? []);
        return (
          <li key={row.id}>
            <button
              type="button"
              className={row.id === chosen ? 'wb-pool-row wb-chosen' : 'wb-pool-row'}
              aria-pressed={row.id === chosen}
              onClick={() => onChoose(row.id)}
            >
              <span className="wb-spread">
                <span className="wb-number">{row.number}</span>
                {row.clock !== undefined && <ClockMark clock={row.clock} />}
              </span>
              <span className="wb-clamp wb-small">{facts.join(' · ')}</span>
              <span className="wb-small wb-muted">
                <Standing row={row} />
                {asked.length > 0 ? t('board.offered', { name: asked.join('、') }) : t('desk.nobody')}
                {row.rung !== undefined && ` · ${t('board.rung', { rung: row.rung })}`}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function dueOf({ clock, createdAt }: PoolView['waiting'][number]): string {
  return clock?.dueAt ?? `9${createdAt}`;
}
