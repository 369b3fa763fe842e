import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { useAnswer } from '../../client/queries.tsx';
import { Answered } from '../marks/answered.tsx';
import { Panel } from '../marks/panel.tsx';
import { Empty, Waiting } from '../marks/states.tsx';
import { usePlans } from '../marks/use-plan.ts';
import { useWords } from '../marks/use-words.ts';
import { LoadStrip } from './load-strip.tsx';
import { Pool } from './pool.tsx';
import { RankingPanel } from './ranking.tsx';

/** Who waits, who could go, and why; one selection common to all parts, held by the address. */
export function DispatchBoard() {
  const { t, say } = useWords();
  const { main, isReady } = usePlans();
  const [search, setSearch] = useSearchParams();
  const pools = useAnswer('pools');
  const shown = (pools.data ?? []).filter(({ id }) => main?.plan.pools.some((one) => one.id === id));
  const waiting = shown.flatMap((pool) => pool.waiting);
  const chosen = search.get('order') ?? undefined;
  const first = waiting[0]?.id;
  useEffect(() => {
    if (chosen !== undefined || first === undefined) return;
    setSearch(
      (before) => {
        before.set('order', first);
        return before;
      },
      { replace: true },
    );
  }, [chosen, first, setSearch]);
  if (main === undefined && !isReady) return <Waiting rows={12} />;
  const choose = (id: string) =>
    setSearch((before) => {
      before.set('order', id);
      return before;
    });
  return (
    <div className="wb-page wb-board-page">
      <header className="wb-page-head">
        <h1>{t('board.title')}</h1>
        <span className="wb-muted">{shown.map(({ title }) => say(title)).join('、')}</span>
      </header>
      <Answered of={pools} rows={12}>
        {() => (
          <>
            <div className="wb-board">
              <Panel title={`${t('board.waiting')} ${String(waiting.length)}`} className="wb-board-pool">
                {waiting.length === 0 ? (
                  <Empty title={t('board.empty')} text={t('board.emptyText')} />
                ) : (
                  <Pool waiting={waiting} chosen={chosen} onChoose={choose} columns={main?.plan.list ?? []} />
                )}
              </Panel>
              <Panel label={t('board.candidates')} className="wb-board-ranking">
                {chosen === undefined ? (
                  <Empty title={t('board.choose')} />
                ) : (
                  <RankingPanel key={chosen} workOrderId={chosen} opensWeights={search.has('weights')} />
                )}
              </Panel>
            </div>
            <LoadStrip people={shown.flatMap((pool) => pool.people)} />
          </>
        )}
      </Answered>
    </div>
  );
}
