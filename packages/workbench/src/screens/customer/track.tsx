import type { TrackView } from '@paidan/server/contract';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { useClient } from '../../client/client-context.tsx';
import { problemOf, useAnswer, useSend } from '../../client/queries.tsx';
import { type EventButton, eventButtons } from '../../generate/event-buttons.ts';
import { sayNear, sayTime } from '../../generate/say-value.ts';
import { ConfirmAct } from '../desk/event-acts.tsx';
import { Panel } from '../marks/panel.tsx';
import { StageBar } from '../marks/stage-bar.tsx';
import { Empty, Failed, Waiting } from '../marks/states.tsx';
import { useNow } from '../marks/use-now.ts';
import { useWords } from '../marks/use-words.ts';
import { CustomerTasks } from './customer-tasks.tsx';

/** The customer's page behind `/c#token`: no account; the token leaves the address as soon as it was exchanged. */
export function Track() {
  const { hash } = useLocation();
  const [token] = useState(() => hash.slice(1));
  const open = useSend('openLink');
  const { send } = open;
  const [standing, setStanding] = useState<'opening' | 'open' | 'spent'>(token === '' ? 'open' : 'opening');
  useEffect(() => {
    if (token === '') return;
    void send({ body: { token } }).then((reply) => {
      // The session holds from here on; a token left in the address would travel with every shared link.
      if (reply.kind === 'done') window.history.replaceState(null, '', window.location.pathname);
      setStanding(reply.kind === 'done' ? 'open' : 'spent');
    });
  }, [token, send]);
  return (
    <main className="wb-customer" id="main">
      {standing === 'opening' && <Waiting rows={8} />}
      {standing === 'spent' && <Spent />}
      {standing === 'open' && <Tracked />}
    </main>
  );
}

function Spent() {
  const { t } = useWords();
  return <Empty title={t('customer.spent')} text={t('customer.spentText')} />;
}

function Tracked() {
  const found = useAnswer('track');
  const problem = problemOf(found.error);
  if (found.data !== undefined) return <Standing track={found.data} isStale={found.error !== null} />;
  if (problem !== undefined && problem.status > 0 && problem.status < 500) return <Spent />;
  if (problem !== undefined) return <Failed problem={problem} onRetry={() => void found.refetch()} />;
  return <Waiting rows={8} />;
}

function Standing({ track, isStale }: { readonly track: TrackView; readonly isStale: boolean }) {
  const { t, say, saying } = useWords();
  const { live } = useClient();
  const now = useNow();
  const { number, title, stages, step, handler, expectedAt, expectedKnown, asOf, ended } = track;
  const isLive = live.state === 'live' && !isStale;
  return (
    <>
      <header className="wb-customer-head">
        <p className="wb-muted">{say(title)}</p>
        <h1>{ended ? t('customer.ended') : say(step)}</h1>
        <p className="wb-small wb-muted">{t('customer.number', { number })}</p>
      </header>
      <StageBar stages={stages} isCompact />
      <Panel label={t('customer.title')}>
        <dl className="wb-facts wb-customer-facts">
          <div>
            <dt>{t('customer.handler')}</dt>
            <dd>{handler?.name ?? t('customer.nobody')}</dd>
          </div>
          {!ended && (
            <div>
              <dt>{t('customer.expected')}</dt>
              <dd>
                {expectedAt === undefined
                  ? `${t('customer.unknown')}${expectedKnown === undefined ? '' : ` · ${say(expectedKnown)}`}`
                  : sayNear(expectedAt, now, saying)}
              </dd>
            </div>
          )}
        </dl>
        <p className="wb-small wb-muted" role="status">
          {t('customer.asOf', { at: sayTime(asOf, saying) })}
          {isLive && ` · ● ${t('customer.live')}`}
        </p>
        <Acts track={track} />
      </Panel>
      <CustomerTasks track={track} />
      <Progress track={track} />
    </>
  );
}

/** The customer's own events, in the words of the document; how often one may be sent is the server's to say. */
function Acts({ track }: { readonly track: TrackView }) {
  const { t, say, saying } = useWords();
  const offered = useAnswer('available', { params: { id: track.workOrderId } }).data ?? [];
  const [asked, setAsked] = useState<EventButton>();
  const { workOrderId, mayUrge, mayUrgeAt } = track;
  const buttons = eventButtons(offered).filter(
    ({ offered: { event, available } }) => available && event.kind === 'send',
  );
  return (
    <div className="wb-actions">
      {buttons.map((button) => (
        <Button key={button.key} onClick={() => setAsked(button)}>
          {say(button.title)}
        </Button>
      ))}
      <span role="status" className="wb-small wb-muted">
        {!mayUrge && mayUrgeAt !== undefined && t('customer.urgeAt', { at: sayTime(mayUrgeAt, saying) })}
      </span>
      {asked !== undefined && (
        <ConfirmAct workOrderId={workOrderId} button={asked} onClose={() => setAsked(undefined)} />
      )}
    </div>
  );
}

function Progress({ track }: { readonly track: TrackView }) {
  const { t, saying } = useWords();
  const now = useNow();
  const passed = track.stages.flatMap(({ stage, at }) => (at === undefined ? [] : [{ stage, at }]));
  if (passed.length === 0) return null;
  return (
    <Panel title={t('customer.history')}>
      <ol className="wb-plain wb-progress">
        {passed.reverse().map(({ stage, at }) => (
          <li key={stage} className="wb-spread">
            <span>{t(`stage.${stage}`)}</span>
            <time dateTime={at} className="wb-muted">
              {sayNear(at, now, saying)}
            </time>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
