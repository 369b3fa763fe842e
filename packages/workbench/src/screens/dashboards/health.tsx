import type { Locale } from '@paidan/engine/issue';
import type { AnswerOf } from '@paidan/server/contract';
import { Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import { useAnswer } from '../../client/queries.tsx';
import { Answered } from '../marks/answered.tsx';
import { Empty } from '../marks/states.tsx';
import { useWords } from '../marks/use-words.ts';

type Measure = AnswerOf<'measures'>[number];

// insight's own ids: what the customer feels comes first, speed below.
const touchPoints: readonly string[] = ['firstResponseMs', 'onTimeShare', 'reviewShare', 'urgeShare'];
const periods = [7, 30, 90] as const;

/** Figures of a period, each with its sample, interval and definition; too small a sample shows no figure. */
export function Health() {
  const { t } = useWords();
  const [search, setSearch] = useSearchParams();
  const days = search.get('days') ?? '30';
  const found = useAnswer('measures', { query: { days } });
  return (
    <div className="wb-page">
      <header className="wb-page-head">
        <h1>{t('measures.title')}</h1>
        <Segmented
          aria-label={t('measures.title')}
          value={days}
          onChange={(next) => setSearch({ days: next }, { replace: true })}
          options={periods.map((n) => ({ value: String(n), label: t('measures.days', { n }) }))}
        />
      </header>
      <Answered of={found}>
        {(measures) =>
          measures.length === 0 ? (
            <Empty title={t('measures.empty')} />
          ) : (
            <>
              <Tiles
                title={t('measures.first')}
                measures={measures.filter(({ id }) => touchPoints.includes(id))}
              />
              <Tiles
                title={t('measures.rest')}
                measures={measures.filter(({ id }) => !touchPoints.includes(id))}
              />
            </>
          )
        }
      </Answered>
    </div>
  );
}

function Tiles({ title, measures }: { readonly title: string; readonly measures: readonly Measure[] }) {
  return (
    <section>
      <h2 className="wb-section-title">{title}</h2>
      <ul className="wb-plain wb-tiles">
        {measures.map((measure) => (
          <li key={measure.id} className="wb-panel wb-tile">
            <Tile measure={measure} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Tile({ measure }: { readonly measure: Measure }) {
  const { t, say, locale } = useWords();
  const { title, unit, value, n, interval, definition } = measure;
  return (
    <>
      <h3>{say(title)}</h3>
      {value === undefined ? (
        <p className="wb-figure wb-muted">{t('measures.small')}</p>
      ) : (
        <p className="wb-figure">{sayFigure(value, unit, locale)}</p>
      )}
      <p className="wb-small wb-muted">
        {t('measures.n', { n })}
        {interval !== undefined &&
          ` · ${t('measures.interval', { from: sayFigure(interval[0], unit, locale), to: sayFigure(interval[1], unit, locale) })}`}
      </p>
      <details className="wb-small">
        <summary>{t('measures.definition')}</summary>
        <p className="wb-muted">{say(definition)}</p>
      </details>
    </>
  );
}

const minuteMs = 60_000;

/** A figure in its unit: shares in percent, durations in the largest unit that keeps them readable. */
export function sayFigure(value: number, unit: Measure['unit'], locale: Locale): string {
  const isEnglish = locale === 'en';
  if (unit === 'count') return value.toLocaleString(locale);
  if (unit === 'share') return `${(value * 100).toFixed(1)}%`;
  const minutes = value / minuteMs;
  if (minutes < 90) return `${minutes.toFixed(1)} ${isEnglish ? 'min' : '分钟'}`;
  if (minutes < 48 * 60) return `${(minutes / 60).toFixed(1)} ${isEnglish ? 'h' : '小时'}`;
  return `${(minutes / 1440).toFixed(1)} ${isEnglish ? 'days' : '天'}`;
}
