import type { JsonObject } from '@paidan/engine/issue';
import type { Parts } from '@paidan/engine/routing';
import { useWords } from '../marks/use-words.ts';
import { criterionTitle, sayRaw } from './criterion-words.ts';
import { sayPoints } from './say-points.ts';

interface ScorePartsProps {
  readonly parts: Parts;
  readonly policy: JsonObject;
}

/** The parts of a score: one bar as long as the score, cut where each part ends, and each part in figures and words. */
export function ScoreParts({ parts, policy }: ScorePartsProps) {
  const { t, locale } = useWords();
  const listed = Object.entries(parts);
  return (
    <div className="wb-parts">
      <div className="wb-bar" aria-hidden="true">
        {listed.map(([id, { points }], place) => (
          <i
            key={id}
            className={`wb-bar-part wb-part-${String(place % 6)}`}
            style={{ width: `${points / 10_000}%` }}
          />
        ))}
      </div>
      <dl className="wb-part-list">
        {listed.map(([id, part], place) => (
          <div key={id}>
            <dt>
              <i className={`wb-swatch wb-part-${String(place % 6)}`} aria-hidden="true" />
              {criterionTitle(policy, id, locale)}
            </dt>
            <dd>
              <b>{sayPoints(part.points)}</b>
              <span className="wb-muted">/{part.weight}</span>
              <span className="wb-small wb-muted wb-raw">
                {part.raw['note'] === 'does-not-apply' ? t('board.does') : sayRaw(part, locale)}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
