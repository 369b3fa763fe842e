import type { PoolView } from '@paidan/server/contract';
import { Panel } from '../marks/panel.tsx';
import { useWords } from '../marks/use-words.ts';

/** Places of the day used per person, on shift first. */
export function LoadStrip({ people }: { readonly people: PoolView['people'] }) {
  const { t } = useWords();
  if (people.length === 0) return null;
  const ordered = [...people].sort(
    (one, other) =>
      Number(other.onShift) - Number(one.onShift) || one.name.localeCompare(other.name, 'zh-CN'),
  );
  const here = ordered.filter(({ onShift, loadOfDay }) => onShift || loadOfDay > 0);
  const away = ordered.filter((person) => !here.includes(person));
  return (
    <Panel title={t('board.people')}>
      <Loads people={here} />
      {away.length > 0 && (
        <details className="wb-ineligible">
          <summary>{`${t('board.offShift')} ${String(away.length)}`}</summary>
          <Loads people={away} />
        </details>
      )}
    </Panel>
  );
}

function Loads({ people }: { readonly people: PoolView['people'] }) {
  const { t } = useWords();
  return (
    <ul className="wb-plain wb-loads">
      {people.map(({ id, name, loadOfDay, capacity, onShift }) => (
        <li key={id} className={onShift ? 'wb-load' : 'wb-load wb-load-off'}>
          <span className="wb-person">{name}</span>
          <span className="wb-slots" aria-hidden="true">
            {Array.from({ length: Math.max(capacity, loadOfDay) }, (_, place) => String(place)).map(
              (place) => (
                <i key={place} className={Number(place) < loadOfDay ? 'wb-slot wb-slot-used' : 'wb-slot'} />
              ),
            )}
          </span>
          <span className="wb-small wb-muted">
            {capacity > 0 ? t('board.load', { n: loadOfDay, of: capacity }) : loadOfDay}
          </span>
        </li>
      ))}
    </ul>
  );
}
