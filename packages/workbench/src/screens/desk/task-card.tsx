import type { AnswerOf } from '@paidan/server/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useAnswer, useSend } from '../../client/queries.tsx';
import { sayNear } from '../../generate/say-value.ts';
import { ProblemNote } from '../marks/states.tsx';
import { useNow } from '../marks/use-now.ts';
import { useWords } from '../marks/use-words.ts';
import { SubmitForm } from './submit-form.tsx';
import type { TaskPlace } from './task-place.ts';
import { VoteCard } from './vote-card.tsx';

interface TaskCardProps extends TaskPlace {
  readonly isFirst: boolean;
}

type Offered = AnswerOf<'available'>[number];

/** One task: who has it, until when, and its form or vote in place. A proof may have several ways. */
export function TaskCard(props: TaskCardProps) {
  const { task, order, isFirst } = props;
  const { t } = useWords();
  const navigate = useNavigate();
  const offered = useAnswer('available', { params: { id: order.id } }).data ?? [];
  const ways = offered.filter(({ event, available }) => event.task === task.id && available);
  const forms = ways.filter(({ event }) => event.kind === 'submit');
  const [open, setOpen] = useState<number | undefined>(isFirst ? 0 : undefined);
  const [started] = useState(order.seq);
  const chosen = open === undefined ? undefined : forms[open];
  return (
    <article className={task.mine ? 'wb-task wb-task-mine' : 'wb-task'}>
      <TaskHead {...props} />
      {chosen !== undefined && order.seq > started && (
        <p className="wb-small wb-tone-warn" role="status">
          {t('order.moved')}
        </p>
      )}
      {task.mine && forms.length > 0 && (forms.length > 1 || chosen === undefined) && (
        <div className="wb-actions">
          {forms.map((way, at) => (
            <Button
              key={wayKey(way)}
              type={at === 0 && chosen === undefined ? 'primary' : 'default'}
              aria-expanded={open === at}
              onClick={() => setOpen(open === at ? undefined : at)}
            >
              <WayTitle way={way} {...props} isOnly={forms.length === 1} />
            </Button>
          ))}
        </div>
      )}
      {chosen !== undefined && <SubmitForm key={wayKey(chosen)} {...props} way={chosen} />}
      {task.kind === 'vote' && ways.some(({ event }) => event.kind === 'vote') && <VoteCard {...props} />}
      {task.kind === 'choose' && task.mine && (
        <Button onClick={() => void navigate(`/board?order=${encodeURIComponent(order.id)}`)}>
          {t('order.choose')}
        </Button>
      )}
    </article>
  );
}

function wayKey({ event }: Offered): string {
  return [event.form, event.proof, event.alternative].join('.');
}

interface WayTitleProps extends TaskCardProps {
  readonly way: Offered;
  readonly isOnly: boolean;
}

function WayTitle({ way, planned, isOnly }: WayTitleProps) {
  const { t, say } = useWords();
  const title = say(planned.workflow.forms?.[way.event.form ?? '']?.form.title);
  if (way.event.alternative !== undefined) return t('order.alternative', { form: title });
  return isOnly ? `${t('order.fill')} · ${title}` : title;
}

function TaskHead({ task, order, planned }: TaskCardProps) {
  const { t, say, saying } = useWords();
  const now = useNow();
  const send = useSend('sendEvent');
  const { claimedBy, dueAt, mine } = task;
  const proof = order.proofs.find((one) => one.step === task.stepId && one.proof === task.proof);
  const form = planned.workflow.forms?.[task.form ?? proof?.form ?? '']?.form.title;
  const body = { kind: claimedBy === undefined ? 'claim' : 'release', task: task.id };
  return (
    <header className="wb-task-head">
      <div>
        <h3>
          {say(task.stepTitle)}
          {form !== undefined && ` · ${say(form)}`}
        </h3>
        <p className="wb-small wb-muted">
          {claimedBy === undefined
            ? t(mine ? 'order.mine' : 'order.theirs')
            : t('order.claimed', { name: claimedBy.name })}
          {dueAt !== undefined && ` · ${t('order.due', { at: sayNear(dueAt, now, saying) })}`}
          {proof !== undefined && ` · ${t(proof.given ? 'order.given' : 'order.missing')}`}
        </p>
      </div>
      {mine && task.proof === undefined && (
        <Button
          size="small"
          loading={send.isSending}
          onClick={() => void send.send({ params: { id: order.id }, body })}
        >
          {t(claimedBy === undefined ? 'order.claim' : 'order.release')}
        </Button>
      )}
      {send.problem !== undefined && <ProblemNote problem={send.problem} />}
    </header>
  );
}
