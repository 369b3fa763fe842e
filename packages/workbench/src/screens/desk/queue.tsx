import { PlusOutlined } from '@ant-design/icons';
import { readPointer } from '@paidan/engine/issue';
import type { WorkOrderRowView } from '@paidan/server/contract';
import { Button, Segmented, Select } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { useAnswer } from '../../client/queries.tsx';
import type { Column } from '../../generate/column.ts';
import { Answered } from '../marks/answered.tsx';
import { Empty, Waiting } from '../marks/states.tsx';
import { usePlans } from '../marks/use-plan.ts';
import { useWords } from '../marks/use-words.ts';
import { Intake } from './intake.tsx';
import { QueueTable } from './queue-table.tsx';
import { useListAddress } from './use-list-address.ts';

const views = ['all', 'mine', 'unassigned', 'urged', 'today', 'overdue'] as const;

/** The desk's list of work orders: views, filters of the record, the clock that runs out first. */
export function Queue() {
  const { t } = useWords();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const { main, isReady } = usePlans();
  const address = useListAddress();
  const { view, q, limit } = address;
  const found = useAnswer('workOrders', {
    query: { workflow: main?.plan.workflow, view, limit: String(limit), ...(q === '' ? {} : { q }) },
    enabled: main !== undefined,
  });
  if (main === undefined) return isReady ? <Empty title={t('desk.empty')} /> : <Waiting rows={10} />;
  const { plan } = main;
  if (search.has('new') && plan.entries.length > 0)
    return <Intake planned={main} onClose={() => setSearch({}, { replace: true })} />;
  return (
    <div className="wb-page">
      <header className="wb-page-head">
        <h1>{t('desk.title')}</h1>
        {plan.entries.length > 0 && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate('/desk?new')}>
            {t('desk.create')}
          </Button>
        )}
      </header>
      <div className="wb-views">
        <Segmented
          aria-label={t('desk.title')}
          value={view}
          onChange={(next) => address.set('view', next === 'all' ? undefined : next)}
          options={views.map((one) => ({ value: one, label: t(`desk.view.${one}`) }))}
        />
        <Filters columns={plan.filters.slice(0, 4)} address={address} />
      </div>
      <Answered of={found} rows={10}>
        {({ items, count }) => {
          const shown = items.filter((row) => fits(row, address.filters));
          return (
            <>
              {shown.length === 0 ? (
                <NoRows address={address} mayCreate={plan.entries.length > 0} />
              ) : (
                <QueueTable rows={shown} columns={plan.list} />
              )}
              <footer className="wb-list-foot">
                <span className="wb-muted" role="status">
                  {t(count.exact ? 'desk.count' : 'desk.manyCount', { n: count.value })}
                </span>
                {items.length >= limit && limit < 200 && (
                  <Button onClick={() => address.set('limit', String(limit + 50))}>{t('desk.more')}</Button>
                )}
              </footer>
            </>
          );
        }}
      </Answered>
    </div>
  );
}

type Address = ReturnType<typeof useListAddress>;

function Filters({ columns, address }: { readonly columns: readonly Column[]; readonly address: Address }) {
  const { say, t } = useWords();
  const isFiltered = Object.keys(address.filters).length > 0 || address.q !== '';
  return (
    <div className="wb-filters">
      {columns
        .filter(({ choices }) => Object.keys(choices).length > 0)
        .map(({ pointer, label, choices }) => (
          <Select
            key={pointer}
            aria-label={say(label)}
            placeholder={say(label)}
            allowClear
            popupMatchSelectWidth={false}
            value={address.filters[pointer] ?? null}
            onChange={(value: string | null) => address.set(pointer, value ?? undefined)}
            options={Object.entries(choices).map(([value, text]) => ({ value, label: say(text) }))}
          />
        ))}
      {isFiltered && (
        <Button type="link" onClick={address.clear}>
          {t('desk.clear')}
        </Button>
      )}
    </div>
  );
}

function NoRows({ address, mayCreate }: { readonly address: Address; readonly mayCreate: boolean }) {
  const { t } = useWords();
  const isNarrowed = Object.keys(address.filters).length > 0 || address.q !== '' || address.view !== 'all';
  if (isNarrowed)
    return (
      <Empty title={t('desk.noHits')} act={<Button onClick={address.clear}>{t('desk.clear')}</Button>} />
    );
  return <Empty title={t('desk.empty')} {...(mayCreate ? { text: t('desk.emptyText') } : {})} />;
}

function fits({ record }: WorkOrderRowView, filters: Address['filters']): boolean {
  return Object.entries(filters).every(([pointer, wanted]) => {
    const value = readPointer(record, pointer);
    return Array.isArray(value) ? value.includes(wanted) : String(value) === wanted;
  });
}
