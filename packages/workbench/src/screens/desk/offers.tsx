import type { WorkOrderView } from '@paidan/server/contract';
import { sayTime } from '../../generate/say-value.ts';
import { ClockMark } from '../marks/clock-mark.tsx';
import { Panel } from '../marks/panel.tsx';
import { useWords } from '../marks/use-words.ts';

/** Proof of receipt: each offer with when it was delivered, seen and answered. */
export function Offers({ order: { offers } }: { readonly order: WorkOrderView }) {
  const { t, saying } = useWords();
  if (offers.length === 0) return null;
  return (
    <Panel title={t('order.people')}>
      <ul className="wb-plain wb-offers">
        {offers.map(({ id, assignee, state, leaseUntil, deliveredAt, seenAt, score }) => (
          <li key={id} className="wb-offer">
            <span className="wb-person">{assignee.name}</span>
            {score !== undefined && <span className="wb-number-cell">{(score / 10_000).toFixed(1)}</span>}
            <Receipt word={t('order.delivered')} at={deliveredAt && sayTime(deliveredAt, saying)} />
            <Receipt word={t('order.seen')} at={seenAt && sayTime(seenAt, saying)} />
            <Receipt word={t('order.accepted')} at={state === 'accepted' ? '✓' : undefined} />
            {state === 'offered' && (
              <ClockMark clock={{ id, title: '', state: 'running', dueAt: leaseUntil, pauses: [] }} />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Receipt({ word, at }: { readonly word: string; readonly at: string | undefined }) {
  return (
    <span className={at === undefined ? 'wb-muted' : 'wb-tone-ok'}>
      {word} {at ?? '—'}
    </span>
  );
}
