import type { WorkOrderView } from '@paidan/server/contract';
import { Button, Input, Modal, Tooltip } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useClient } from '../../client/client-context.tsx';
import { useAnswer, useSend } from '../../client/queries.tsx';
import { type EventButton, eventButtons } from '../../generate/event-buttons.ts';
import { ProblemNote } from '../marks/states.tsx';
import { useWords } from '../marks/use-words.ts';

/** What may be done now; what may not stays in reach of focus and pointer and says why. */
export function EventActs({ order }: { readonly order: WorkOrderView }) {
  const { t, say } = useWords();
  const navigate = useNavigate();
  const { live } = useClient();
  const offered = useAnswer('available', { params: { id: order.id } });
  const [asked, setAsked] = useState<EventButton>();
  const isOffline = live.state === 'offline';
  const act = (button: EventButton) => {
    if (button.offered.event.kind !== 'override') return setAsked(button);
    return void navigate(`/board?order=${encodeURIComponent(order.id)}`);
  };
  return (
    <div className="wb-actions">
      {eventButtons(offered.data ?? []).map((button) => {
        const because = isOffline ? [t('state.needsNetwork')] : button.because.map(say);
        const isOpen = button.offered.available && !isOffline;
        const title = button.offered.event.kind === 'comment' ? t('order.comment') : say(button.title);
        return (
          <Tooltip key={button.key} title={isOpen ? '' : `${t('order.why')}${because.join('；')}`}>
            <Button
              type={button.isPrimary ? 'primary' : 'default'}
              aria-disabled={!isOpen}
              className={isOpen ? '' : 'wb-closed'}
              onClick={() => {
                if (isOpen) act(button);
              }}
            >
              {title}
            </Button>
          </Tooltip>
        );
      })}
      {asked !== undefined && (
        <ConfirmAct workOrderId={order.id} button={asked} onClose={() => setAsked(undefined)} />
      )}
    </div>
  );
}

interface ConfirmActProps {
  readonly workOrderId: string;
  readonly button: EventButton;
  readonly onClose: () => void;
}

/** Asks once more, or takes the words of a comment, then sends the event. */
export function ConfirmAct({ workOrderId, button, onClose }: ConfirmActProps) {
  const { t, say } = useWords();
  const event = useSend('sendEvent');
  const [text, setText] = useState('');
  const { kind, event: name = '' } = button.offered.event;
  const isComment = kind === 'comment';
  const send = async () => {
    const body = isComment ? { kind, text } : { kind: 'send', event: name };
    const reply = await event.send({ params: { id: workOrderId }, body });
    if (reply.kind === 'done') onClose();
  };
  return (
    <Modal
      open
      title={isComment ? t('order.comment') : t('order.confirm', { title: say(button.title) })}
      okText={t('order.done')}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: isComment && text.trim() === '' }}
      confirmLoading={event.isSending}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <p className="wb-muted">{t(isComment ? 'order.commentText' : 'order.confirmText')}</p>
      {isComment && (
        <Input.TextArea
          aria-label={t('order.comment')}
          rows={4}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      )}
      {event.problem !== undefined && <ProblemNote problem={event.problem} />}
    </Modal>
  );
}
