import type { JsonObject } from '@paidan/engine/issue';
import type { Candidate, Ranking } from '@paidan/engine/routing';
import { Button } from 'antd';
import { useRef } from 'react';
import { useWords } from '../marks/use-words.ts';
import { sayPoints } from './say-points.ts';
import { ScoreParts } from './score-parts.tsx';
import { useGlide } from './use-glide.ts';

interface CandidateListProps {
  readonly ranking: Ranking;
  readonly policy: JsonObject;
  readonly nameOf: (id: string) => string;
  /** Absent while weights are tried: a trial sends nobody anywhere. */
  readonly onPick: ((assigneeId: string) => void) | undefined;
}

/** Who could go, best first. */
export function CandidateList({ ranking, policy, nameOf, onPick }: CandidateListProps) {
  const { t } = useWords();
  const list = useRef<HTMLOListElement>(null);
  const { candidates } = ranking;
  useGlide(
    list,
    candidates.map(({ assigneeId }) => assigneeId),
  );
  return (
    <ol className="wb-plain wb-candidates" ref={list} aria-label={t('board.candidates')}>
      {candidates.map((candidate, place) => (
        <Row key={candidate.assigneeId} {...{ candidate, policy, nameOf, onPick }} place={place + 1} />
      ))}
    </ol>
  );
}

interface RowProps extends Omit<CandidateListProps, 'ranking'> {
  readonly candidate: Candidate;
  readonly place: number;
}

function Row({ candidate, policy, nameOf, onPick, place }: RowProps) {
  const { t } = useWords();
  const { assigneeId, score, parts, admitted } = candidate;
  const name = nameOf(assigneeId);
  return (
    <li data-row={assigneeId} className={place === 1 ? 'wb-candidate wb-candidate-first' : 'wb-candidate'}>
      <div className="wb-candidate-head">
        <span className="wb-place">{place}</span>
        <span className="wb-person">{name}</span>
        {Object.keys(admitted).length > 0 && <span className="wb-tag wb-tone-warn">{t('board.leave')}</span>}
        <span className="wb-score" title={t('board.sum')}>
          {sayPoints(score)}
        </span>
        {onPick !== undefined && (
          <Button size="small" aria-label={t('board.pickOf', { name })} onClick={() => onPick(assigneeId)}>
            {t('board.pick')}
          </Button>
        )}
      </div>
      <ScoreParts parts={parts} policy={policy} />
    </li>
  );
}
