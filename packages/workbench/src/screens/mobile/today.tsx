import type { AnswerOf, WorkOrderRowView } from '@paidan/server/contract';
import { Link } from 'react-router';
import { useAnswer } from '../../client/queries.tsx';
import { sayColumn } from '../../generate/say-value.ts';
import { Standing } from '../desk/standing.tsx';
import { Answered } from '../marks/answered.tsx';
import { ClockMark } from '../marks/clock-mark.tsx';
import { Empty } from '../marks/states.tsx';
import { usePlans } from '../marks/use-plan.ts';
import { useWords } from '../marks/use-words.ts';
import { OfferCard, offerOf } from './offer-card.tsx';

/** The day of somebody who is sent: offers to answer, then the work orders in hand. Made for a phone. */
export function Today() {
  const { t } = useWords();
  const { main } = usePlans();
  const offers = useAnswer('myOffers');
  const mine = useAnswer('workOrders', {
    query: { view: 'mine', workflow: main?.plan.workflow, limit: '20' },
  });
  const open = (mine.data?.items ?? []).filter(({ status }) => status !== 'ended');
  return (
    <div className="wb-page wb-field">
      <header className="wb-page-head">
        <h1>{t('field.title')}</h1>
      </header>
      <Answered of={offers} rows={4}>
        {(found) => <Offers found={found} isEmpty={open.length === 0} />}
      </Answered>
      {open.length > 0 && (
        <section>
          <h2>{t('field.mine')}</h2>
          <ul className="wb-plain wb-rows">
            {open.map((row) => (
              <li key={row.id}>
                <Mine row={row} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Offers({ found, isEmpty }: { readonly found: AnswerOf<'myOffers'>; readonly isEmpty: boolean }) {
  const { t } = useWords();
  if (found.length === 0 && isEmpty) return <Empty title={t('field.empty')} text={t('field.emptyText')} />;
  if (found.length === 0) return null;
  return (
    <section aria-live="polite">
      <h2>{t('field.offers')}</h2>
      {found.map((json) => {
        const offer = offerOf(json);
        return <OfferCard key={offer.id} offer={offer} />;
      })}
    </section>
  );
}

function Mine({ row }: { readonly row: WorkOrderRowView }) {
  const { say, saying } = useWords();
  const { main } = usePlans();
  const { id, number, steps, clock, record } = row;
  const facts = (main?.plan.list ?? []).flatMap((column) => sayColumn(column, record, saying) ?? []);
  return (
    <Link className="wb-field-row" to={`/field/${encodeURIComponent(id)}`}>
      <span className="wb-spread">
        <span className="wb-number">{number}</span>
        {clock !== undefined && <ClockMark clock={clock} />}
      </span>
      <span>{steps.map(({ title }) => say(title)).join('、')}</span>
      <span className="wb-small wb-muted wb-clamp">{facts.join(' · ')}</span>
      <span>
        <Standing row={row} />
      </span>
    </Link>
  );
}
