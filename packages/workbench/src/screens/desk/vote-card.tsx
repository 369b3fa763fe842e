import { Button, Input } from 'antd';
import { useState } from 'react';
import { useSend } from '../../client/queries.tsx';
import { ProblemNote } from '../marks/states.tsx';
import { useWords } from '../marks/use-words.ts';
import type { TaskPlace } from './task-place.ts';

/** One seat of an approval: yes or no, with a note. */
export function VoteCard({ task, order }: TaskPlace) {
  const { t } = useWords();
  const event = useSend('sendEvent');
  const [note, setNote] = useState('');
  const vote = (answer: 'yes' | 'no') => {
    const said = note.trim() === '' ? {} : { note: note.trim() };
    const body = { kind: 'vote', step: task.stepId, seat: task.seat ?? '', vote: answer, ...said };
    void event.send({ params: { id: order.id }, body });
  };
  return (
    <div className="wb-vote">
      <Input
        aria-label={t('order.note')}
        placeholder={t('order.note')}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <div className="wb-actions">
        <Button type="primary" loading={event.isSending} onClick={() => vote('yes')}>
          {t('order.agree')}
        </Button>
        <Button disabled={event.isSending} onClick={() => vote('no')}>
          {t('order.reject')}
        </Button>
      </div>
      {event.problem !== undefined && <ProblemNote problem={event.problem} />}
    </div>
  );
}
