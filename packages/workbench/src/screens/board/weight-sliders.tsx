import type { JsonObject } from '@paidan/engine/issue';
import { Button, InputNumber, Slider } from 'antd';
import { useWords } from '../marks/use-words.ts';
import { criterionTitle } from './criterion-words.ts';
import type { Weights } from './try-weights.ts';

interface WeightSlidersProps {
  readonly policy: JsonObject;
  readonly weights: Weights;
  readonly isTrial: boolean;
  readonly onMove: (criterion: string, to: number) => void;
  readonly onReset: () => void;
}

/** Weights by slider and by number. The ranking beside follows at once; nothing is published. */
export function WeightSliders({ policy, weights, isTrial, onMove, onReset }: WeightSlidersProps) {
  const { t, locale } = useWords();
  const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
  return (
    <section className="wb-weights" aria-label={t('board.weights')}>
      {Object.entries(weights).map(([id, weight], place) => {
        const title = criterionTitle(policy, id, locale);
        return (
          <div key={id} className="wb-weight">
            <span>
              <i className={`wb-swatch wb-part-${String(place % 6)}`} aria-hidden="true" />
              {title}
            </span>
            <Slider
              min={0}
              max={sum}
              value={weight}
              ariaLabelForHandle={title}
              tooltip={{ open: false }}
              onChange={(to) => onMove(id, to)}
            />
            <InputNumber
              aria-label={t('board.weight', { n: title })}
              min={0}
              max={sum}
              precision={0}
              value={weight}
              onChange={(to) => onMove(id, to ?? 0)}
            />
          </div>
        );
      })}
      <p className="wb-spread wb-small wb-muted">
        {t('board.weightsText', { sum })}
        {isTrial && (
          <Button size="small" onClick={onReset}>
            {t('board.resetWeights')}
          </Button>
        )}
      </p>
    </section>
  );
}
