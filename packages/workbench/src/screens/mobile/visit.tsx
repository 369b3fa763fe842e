import { ArrowLeftOutlined } from '@ant-design/icons';
import type { WorkOrderView } from '@paidan/server/contract';
import { Button } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { useAnswer, useSend } from '../../client/queries.tsx';
import { RecordPanel } from '../desk/record-panel.tsx';
import { Standing } from '../desk/standing.tsx';
import { Tasks } from '../desk/tasks.tsx';
import { Timeline } from '../desk/timeline.tsx';
import { Answered } from '../marks/answered.tsx';
import { ClockMark } from '../marks/clock-mark.tsx';
import { StageBar } from '../marks/stage-bar.tsx';
import { ProblemNote } from '../marks/states.tsx';
import { usePlan } from '../marks/use-plan.ts';
import { useWords } from '../marks/use-words.ts';

const moves = ['depart', 'arrive', 'leave'] as const;

/** A work order on the phone of whoever was sent: moves under the thumb, tasks in place, facts below. */
export function Visit() {
  const { id = '' } = useParams();
  const found = useAnswer('workOrder', { params: { id } });
  return (
    <div className="wb-page wb-field">
      <Answered of={found}>{(order) => <Loaded order={order} />}</Answered>
    </div>
  );
}

function Loaded({ order }: { readonly order: WorkOrderView }) {
  const { t, say } = useWords();
  const navigate = useNavigate();
  const planned = usePlan(order.workflow, order.versionHash);
  const { number, steps, clock, stages } = order;
  const bar = stages.map(({ stage, enteredAt, current }) =>
    enteredAt === undefined ? { stage, current } : { stage, current, at: enteredAt },
  );
  return (
    <>
      <header className="wb-order-head">
        <div className="wb-order-title">
          <Button
            type="text"
            icon={<ArrowLeftOutlined />}
            aria-label={t('field.back')}
            onClick={() => void navigate('/field')}
          />
          <h1>{number}</h1>
          <Standing row={order} />
          {clock !== undefined && <ClockMark clock={clock} />}
        </div>
        <p className="wb-order-step">{steps.map(({ title }) => say(title)).join('、')}</p>
        <StageBar stages={bar} isCompact />
      </header>
      <Moves order={order} />
      {planned !== undefined && <Tasks order={order} planned={planned} />}
      {planned !== undefined && <RecordPanel order={order} planned={planned} />}
      <Timeline workOrderId={order.id} seq={order.seq} />
    </>
  );
}

function Moves({ order }: { readonly order: WorkOrderView }) {
  const { t } = useWords();
  const offered = useAnswer('available', { params: { id: order.id } }).data ?? [];
  const event = useSend('sendEvent');
  const open = moves.filter((kind) => offered.some((one) => one.event.kind === kind && one.available));
  if (open.length === 0) return null;
  return (
    <div className="wb-moves">
      {open.map((kind) => (
        <Button
          key={kind}
          size="large"
          disabled={event.isSending}
          onClick={() => void event.send({ params: { id: order.id }, body: { kind } })}
        >
          {t(`field.${kind}`)}
        </Button>
      ))}
      {event.problem !== undefined && <ProblemNote problem={event.problem} />}
    </div>
  );
}
