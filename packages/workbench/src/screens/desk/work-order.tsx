import { ArrowLeftOutlined } from '@ant-design/icons';
import type { WorkOrderView } from '@paidan/server/contract';
import { Button } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { useAnswer } from '../../client/queries.tsx';
import { sayInstant } from '../../generate/say-value.ts';
import { Answered } from '../marks/answered.tsx';
import { ChipMark } from '../marks/chip-mark.tsx';
import { Panel } from '../marks/panel.tsx';
import { StageBar } from '../marks/stage-bar.tsx';
import { Waiting } from '../marks/states.tsx';
import { type Planned, usePlan } from '../marks/use-plan.ts';
import { useWords } from '../marks/use-words.ts';
import { Clocks } from './clocks.tsx';
import { CustomerLink } from './customer-link.tsx';
import { EventActs } from './event-acts.tsx';
import { Offers } from './offers.tsx';
import { RecordPanel } from './record-panel.tsx';
import { Standing } from './standing.tsx';
import { Tasks } from './tasks.tsx';
import { Timeline } from './timeline.tsx';

/** One work order: where it stands, what waits, what has happened, what it knows. */
export function WorkOrder() {
  const { id = '' } = useParams();
  const found = useAnswer('workOrder', { params: { id } });
  return (
    <div className="wb-page">
      <Answered of={found} rows={14}>
        {(order) => <Loaded order={order} />}
      </Answered>
    </div>
  );
}

function Loaded({ order }: { readonly order: WorkOrderView }) {
  const { t } = useWords();
  const planned = usePlan(order.workflow, order.versionHash);
  if (planned === undefined) return <Waiting rows={14} />;
  return (
    <>
      <Head order={order} />
      <div className="wb-detail">
        <div className="wb-detail-main">
          <Tasks order={order} planned={planned} />
          <Offers order={order} />
          <Timeline workOrderId={order.id} seq={order.seq} />
        </div>
        <div className="wb-detail-side">
          <Clocks clocks={order.clocks} />
          <RecordPanel order={order} planned={planned} />
          {hasLinkRole(planned) && (
            <Panel title={t('order.customer')}>
              <CustomerLink workOrderId={order.id} />
            </Panel>
          )}
        </div>
      </div>
    </>
  );
}

function hasLinkRole({ workflow }: Planned): boolean {
  return Object.values(workflow.roles).some(({ signIn }) => signIn === 'link');
}

function Head({ order }: { readonly order: WorkOrderView }) {
  const { t, say, saying } = useWords();
  const navigate = useNavigate();
  const { number, steps, assignees, chips, stages, appointment, linked } = order;
  const names = Object.values(assignees).map(({ name }) => name);
  const bar = stages.map(({ stage, enteredAt, current }) =>
    enteredAt === undefined ? { stage, current } : { stage, current, at: enteredAt },
  );
  const expectedAt = appointment?.expectedAt;
  return (
    <header className="wb-order-head">
      <div className="wb-order-title">
        <Button
          type="text"
          icon={<ArrowLeftOutlined />}
          aria-label={t('order.back')}
          onClick={() => void navigate('/desk')}
        />
        <h1>{number}</h1>
        <Standing row={order} />
        <span className="wb-order-step">{steps.map(({ title }) => say(title)).join('、')}</span>
        {names.length > 0 && <span className="wb-person">{names.join('、')}</span>}
        {expectedAt !== undefined && (
          <span className="wb-muted">{t('order.expected', { at: sayInstant(expectedAt, saying) })}</span>
        )}
      </div>
      <StageBar stages={bar} />
      <div className="wb-order-acts">
        <EventActs order={order} />
        <div className="wb-chips">
          {chips.map((chip) => (
            <ChipMark key={chip.id} chip={chip} />
          ))}
        </div>
      </div>
      {linked.length > 0 && (
        <p className="wb-small">
          {t('order.linked')}{' '}
          {linked.map(({ id, number: other }) => (
            <Button key={id} type="link" size="small" onClick={() => void navigate(`/work-orders/${id}`)}>
              {other}
            </Button>
          ))}
        </p>
      )}
    </header>
  );
}
