import type { JsonObject } from '@paidan/engine/issue';
import { Button, Modal, Radio } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useClient } from '../../client/client-context.tsx';
import { useAnswer, useSend } from '../../client/queries.tsx';
import { useReasonWords } from '../board/use-reason-words.ts';
import { RecordPanel } from '../desk/record-panel.tsx';
import { ClockMark } from '../marks/clock-mark.tsx';
import { ProblemNote } from '../marks/states.tsx';
import { usePlan } from '../marks/use-plan.ts';
import { useWords } from '../marks/use-words.ts';

export interface OfferRow {
  readonly id: string;
  readonly workOrderId: string;
  readonly number: string;
  readonly stepId: string;
  readonly token: number;
  readonly leaseUntil: string;
  readonly score: number | undefined;
}

export function offerOf(json: JsonObject): OfferRow {
  const { id, workOrderId, number, stepId, token, leaseUntil, score } = json;
  return {
    id: String(id),
    workOrderId: String(workOrderId),
    number: String(number),
    stepId: String(stepId),
    token: Number(token),
    leaseUntil: String(leaseUntil),
    score: typeof score === 'number' ? score : undefined,
  };
}

/** One offer with its context already here: time left, what it is about, accept or decline with a reason. */
export function OfferCard({ offer }: { readonly offer: OfferRow }) {
  const { t, say } = useWords();
  const navigate = useNavigate();
  const { http } = useClient();
  const { id, workOrderId, number, token, leaseUntil, score } = offer;
  const order = useAnswer('workOrder', { params: { id: workOrderId } }).data;
  const planned = usePlan(order?.workflow, order?.versionHash);
  const accept = useSend('acceptOffer');
  const [isDeclining, setDeclining] = useState(false);
  useEffect(() => {
    void http.call('seeOffer', { params: { id } });
  }, [http, id]);
  const take = async () => {
    const reply = await accept.send({ params: { id }, body: { token } });
    if (reply.kind === 'done') await navigate(`/field/${encodeURIComponent(workOrderId)}`);
  };
  return (
    <article className="wb-panel wb-offer-card">
      <header className="wb-spread">
        <h3 className="wb-number">{number}</h3>
        <ClockMark clock={{ id, title: '', state: 'running', dueAt: leaseUntil, pauses: [] }} />
      </header>
      <p className="wb-muted wb-small">
        {order?.steps.map(({ title }) => say(title)).join('、')}
        {score !== undefined && ` · ${t('field.score', { n: (score / 10_000).toFixed(1) })}`}
      </p>
      {order !== undefined && planned !== undefined && (
        <RecordPanel order={order} planned={planned} title={t('field.device')} />
      )}
      <div className="wb-big-acts">
        <Button type="primary" size="large" block loading={accept.isSending} onClick={() => void take()}>
          {t('field.accept')}
        </Button>
        <Button size="large" block onClick={() => setDeclining(true)}>
          {t('field.decline')}
        </Button>
      </div>
      {accept.problem !== undefined && <ProblemNote problem={accept.problem} />}
      {isDeclining && planned !== undefined && (
        <Decline
          offer={offer}
          reasons={declineReasons(planned.workflow, offer.stepId)}
          onClose={() => setDeclining(false)}
        />
      )}
    </article>
  );
}

type Workflow = NonNullable<ReturnType<typeof usePlan>>['workflow'];

function declineReasons({ flow, routing = {} }: Workflow, stepId: string): readonly string[] {
  const step = flow.steps[stepId];
  const policy = step?.kind === 'assign' ? routing[step.policy ?? ''] : undefined;
  return policy?.offers.declineReasons ?? ['other'];
}

interface DeclineProps {
  readonly offer: OfferRow;
  readonly reasons: readonly string[];
  readonly onClose: () => void;
}

function Decline({ offer, reasons, onClose }: DeclineProps) {
  const { t } = useWords();
  const sayReason = useReasonWords();
  const decline = useSend('declineOffer');
  const [reason, setReason] = useState<string>();
  const send = async () => {
    if (reason === undefined) return;
    const reply = await decline.send({ params: { id: offer.id }, body: { token: offer.token, reason } });
    if (reply.kind === 'done') onClose();
  };
  return (
    <Modal
      open
      title={t('field.declineWhy')}
      okText={t('field.decline')}
      cancelText={t('shell.cancel')}
      okButtonProps={{ disabled: reason === undefined }}
      confirmLoading={decline.isSending}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <Radio.Group
        className="wb-choices"
        aria-label={t('field.declineWhy')}
        value={reason}
        onChange={({ target }) => setReason(String(target.value))}
        options={reasons.map((value) => ({ value, label: sayReason(value) }))}
      />
      {decline.problem !== undefined && <ProblemNote problem={decline.problem} />}
    </Modal>
  );
}
