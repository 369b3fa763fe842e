import type { RankingView } from '@paidan/server/contract';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { problemOf, useAnswer } from '../../client/queries.tsx';
import { sayTime } from '../../generate/say-value.ts';
import { Empty, Failed, Waiting } from '../marks/states.tsx';
import { useWords } from '../marks/use-words.ts';
import { noteTriedWeights } from '../start/use-tour.ts';
import { CandidateList } from './candidate-list.tsx';
import { Ineligible } from './ineligible.tsx';
import { Override } from './override.tsx';
import { moveWeight, rankAgain, type Weights, weightsOf } from './try-weights.ts';
import { WeightSliders } from './weight-sliders.tsx';
import { WhyThisOne } from './why-this-one.tsx';

interface RankingPanelProps {
  readonly workOrderId: string;
  readonly opensWeights: boolean;
}

/** Candidates in total order with parts that sum exactly, then everybody else with every reason. */
export function RankingPanel({ workOrderId, opensWeights }: RankingPanelProps) {
  const { t } = useWords();
  const found = useAnswer('ranking', { params: { id: workOrderId } });
  if (found.data !== undefined && found.data.workOrderId === workOrderId)
    return <Ranked view={found.data} opensWeights={opensWeights} />;
  const problem = problemOf(found.error);
  if (problem?.status === 404) return <Empty title={t('board.noRanking')} />;
  if (found.error !== null) return <Failed problem={problem} onRetry={() => void found.refetch()} />;
  return <Waiting rows={8} />;
}

function Ranked({ view, opensWeights }: { readonly view: RankingView; readonly opensWeights: boolean }) {
  const { t, saying } = useWords();
  const [weights, setWeights] = useState<Weights>();
  const [showsWeights, setShowsWeights] = useState(opensWeights);
  const [picked, setPicked] = useState<string>();
  const own = useMemo(() => weightsOf(view.policy), [view.policy]);
  const ranked = useMemo(() => rankAgain(view, weights ?? own), [view, weights, own]);
  const order = useAnswer('workOrder', { params: { id: view.workOrderId } }).data;
  if (ranked === undefined) return <Empty title={t('board.noRanking')} />;
  const { ranking, policy } = ranked;
  const nameOf = (id: string) => view.names[id] ?? id;
  const pick = weights === undefined ? setPicked : undefined;
  return (
    <>
      <header className="wb-panel-head">
        <h2>
          {t('board.candidates')}{' '}
          <Link className="wb-number" to={`/work-orders/${encodeURIComponent(view.workOrderId)}`}>
            {order?.id === view.workOrderId ? order.number : ''}
          </Link>
        </h2>
        <span className="wb-small wb-muted">{t('board.fresh', { at: sayTime(view.at, saying) })}</span>
        <Button aria-expanded={showsWeights} onClick={() => setShowsWeights(!showsWeights)}>
          {t('board.weights')}
        </Button>
      </header>
      {showsWeights && (
        <WeightSliders
          policy={view.policy}
          weights={weights ?? own}
          isTrial={weights !== undefined}
          onMove={(id, to) => {
            noteTriedWeights();
            setWeights(moveWeight(weights ?? own, id, to));
          }}
          onReset={() => setWeights(undefined)}
        />
      )}
      {ranking.candidates.length === 0 && <Empty title={t('board.nobody')} text={t('board.nobodyText')} />}
      <WhyThisOne candidates={ranking.candidates} policy={view.policy} nameOf={nameOf} />
      <CandidateList {...{ ranking, nameOf }} policy={view.policy} onPick={pick} />
      <Ineligible {...{ ranking, policy, nameOf }} onPick={pick} />
      {picked !== undefined && (
        <Override {...{ view, ranking, policy, nameOf, picked }} onClose={() => setPicked(undefined)} />
      )}
    </>
  );
}
