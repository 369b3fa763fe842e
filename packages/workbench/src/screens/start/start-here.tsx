import { Button, QRCode } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useAnswer } from '../../client/queries.tsx';
import { useWords } from '../marks/use-words.ts';
import { type StepOfTour, useTour } from './use-tour.ts';

interface StartHereProps {
  /** Takes another person's place, then opens a page. */
  readonly onBecome: (roleOf: 'sender' | 'chooser' | 'assigned', path: string) => void;
  /** Places the host added, such as the designer. */
  readonly designPath?: string | undefined;
}

/** Five cards through the demo, ticked by what the journal holds. */
export function StartHere({ onBecome, designPath }: StartHereProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { data: me } = useAnswer('me');
  const tour = useTour();
  const demo = me?.demo;
  const acts: { readonly [Step in StepOfTour]: (() => void) | undefined } = {
    report: () => onBecome('sender', '/desk?new'),
    dispatch: () => onBecome('chooser', '/board'),
    weigh: () => onBecome('chooser', '/board?weights'),
    design: designPath === undefined ? undefined : () => void navigate(designPath),
    roles: () => onBecome('assigned', '/field'),
  };
  return (
    <div className="wb-start">
      <header className="wb-start-head">
        <h1>{t('start.title')}</h1>
        <p className="wb-muted">{t('start.intro')}</p>
        {demo !== undefined && (
          <p className="wb-muted">{t('start.seeded', { days: demo.seededDays, count: demo.workOrders })}</p>
        )}
      </header>
      <ol className="wb-cards">
        {tour
          .filter(({ step }) => acts[step] !== undefined)
          .map(({ step, isDone }, place) => (
            <Card key={step} step={step} place={place + 1} isDone={isDone} act={acts[step]}>
              {step === 'report' && <LanCode url={demo?.lanUrl} />}
            </Card>
          ))}
      </ol>
      <Button type="link" onClick={() => void navigate('/desk')}>
        {t('start.own')}
      </Button>
    </div>
  );
}

interface CardProps {
  readonly step: StepOfTour;
  readonly place: number;
  readonly isDone: boolean;
  readonly act: (() => void) | undefined;
  readonly children: ReactNode;
}

function Card({ step, place, isDone, act, children }: CardProps) {
  const { t } = useWords();
  return (
    <li className={isDone ? 'wb-card wb-card-done' : 'wb-card'}>
      <p className="wb-card-top">
        <span className="wb-card-place">{place}</span>
        <span className={isDone ? 'wb-tone-ok' : 'wb-muted'}>
          <span aria-hidden="true">{isDone ? '✓ ' : '○ '}</span>
          {t(isDone ? 'start.done' : 'start.open')}
        </span>
      </p>
      <h2>{t(`start.${step}.title`)}</h2>
      <p className="wb-muted">{t(`start.${step}.text`)}</p>
      {children}
      {act !== undefined && (
        <Button type={isDone ? 'default' : 'primary'} onClick={act}>
          {t(`start.${step}.act`)}
        </Button>
      )}
    </li>
  );
}

function LanCode({ url }: { readonly url: string | undefined }) {
  const { t } = useWords();
  if (url === undefined) return <p className="wb-small wb-muted">{t('start.noLan')}</p>;
  return (
    <figure className="wb-code">
      <QRCode value={url} size={96} bordered={false} aria-hidden />
      <figcaption className="wb-small wb-muted">
        {t('start.lan')}
        <br />
        {url}
      </figcaption>
    </figure>
  );
}
