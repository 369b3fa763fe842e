import type { WorkOrderView } from '@paidan/server/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useClient } from '../../client/client-context.tsx';
import { useAnswer, useSend } from '../../client/queries.tsx';
import { FormSlot } from '../../generate/form-slot.tsx';
import { ClockMark } from '../marks/clock-mark.tsx';
import { ProblemNote } from '../marks/states.tsx';
import type { Planned } from '../marks/use-plan.ts';
import { useWords } from '../marks/use-words.ts';
import { CustomerLink } from './customer-link.tsx';

interface IntakeProps {
  readonly planned: Planned;
  readonly onClose: () => void;
}

/** A new work order: the form with what its lookups find beside it, then a receipt. Nothing closes before the answer. */
export function Intake({ planned, onClose }: IntakeProps) {
  const { t, say } = useWords();
  const [round, setRound] = useState(0);
  const [received, setReceived] = useState<WorkOrderView>();
  const [entry] = planned.plan.entries;
  return (
    <div className="wb-page wb-intake">
      <header className="wb-page-head">
        <h1>{entry === undefined ? t('intake.title') : `${t('intake.title')} · ${say(entry.title)}`}</h1>
        <Button onClick={onClose}>{t('intake.close')}</Button>
      </header>
      {received === undefined ? (
        <EntryForm key={round} planned={planned} onReceived={setReceived} />
      ) : (
        <Receipt
          order={received}
          onAgain={() => {
            setReceived(undefined);
            setRound(round + 1);
          }}
        />
      )}
    </div>
  );
}

interface EntryFormProps {
  readonly planned: Planned;
  readonly onReceived: (order: WorkOrderView) => void;
}

function EntryForm({ planned: { workflow, plan }, onReceived }: EntryFormProps) {
  const { t, locale } = useWords();
  const { http, origin } = useClient();
  const { data: me } = useAnswer('me');
  const start = useSend('startWorkOrder');
  const [at] = useState(() => new Date(origin.now()).toISOString());
  // One start per form on screen: a repeat after a lost answer is the same work order.
  const [commandId, setCommandId] = useState(origin.newId);
  const [entry] = plan.entries;
  if (me === undefined || entry === undefined) return null;
  const { problem } = start;
  return (
    <>
      {problem !== undefined && problem.issues.length === 0 && <ProblemNote problem={problem} />}
      <FormSlot
        {...{ workflow, http, locale, at }}
        formId={entry.form}
        stage={workflow.flow.steps[entry.step]?.stage ?? 'trigger'}
        actor={me}
        submitLabel={t('intake.send')}
        onSend={async ({ values, edited, acknowledged }) => {
          const body = {
            ...{ workflow: workflow.id, values },
            edited: [...edited],
            acknowledged: [...acknowledged],
          };
          const reply = await start.send({ body, commandId });
          if (reply.kind === 'done') onReceived(reply.value);
          if (reply.kind === 'refused') setCommandId(origin.newId());
          return reply.kind === 'done' ? undefined : reply.problem;
        }}
      />
    </>
  );
}

function Receipt({ order, onAgain }: { readonly order: WorkOrderView; readonly onAgain: () => void }) {
  const { t, say } = useWords();
  const { id, number, steps, clock } = order;
  return (
    <section className="wb-panel wb-receipt" role="status">
      <p className="wb-receipt-sign" aria-hidden="true">
        ✓
      </p>
      <h2>{t('intake.received')}</h2>
      <p className="wb-receipt-number">{number}</p>
      <p>{t('intake.receipt', { number, step: steps.map(({ title }) => say(title)).join('、') })}</p>
      {clock !== undefined && (
        <p>
          {say(clock.title)} <ClockMark clock={clock} />
        </p>
      )}
      <p className="wb-actions">
        <Link className="wb-button-link" to={`/work-orders/${encodeURIComponent(id)}`}>
          {t('intake.open')}
        </Link>
        <Button onClick={onAgain}>{t('intake.again')}</Button>
      </p>
      <CustomerLink workOrderId={id} />
    </section>
  );
}
