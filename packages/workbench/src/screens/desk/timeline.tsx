import type { TimelineView } from '@paidan/server/contract';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useAnswer } from '../../client/queries.tsx';
import { sayInstant } from '../../generate/say-value.ts';
import { Answered } from '../marks/answered.tsx';
import { Panel } from '../marks/panel.tsx';
import { useWords } from '../marks/use-words.ts';

const groups = ['all', 'flow', 'fields', 'messages', 'outside', 'system'] as const;

interface TimelineProps {
  readonly workOrderId: string;
  readonly seq: number;
}

/** What has happened, newest first, a sentence per decision; its entries open below it. */
export function Timeline({ workOrderId, seq }: TimelineProps) {
  const { t } = useWords();
  const [group, setGroup] = useState<string>('all');
  const found = useAnswer('timeline', { params: { id: workOrderId } });
  return (
    <Panel
      title={t('order.timeline')}
      extra={
        <Segmented
          size="small"
          aria-label={t('order.timeline')}
          value={group}
          onChange={setGroup}
          options={groups.map((one) => ({ value: one, label: t(`order.filter.${one}`) }))}
        />
      }
    >
      <Answered of={found}>
        {(items) => (
          <ol className="wb-plain wb-timeline" data-seq={seq}>
            {[...items]
              .reverse()
              .filter((one) => group === 'all' || one.group === group)
              .map((one) => (
                <Moment key={`${one.seq}.${one.group}`} moment={one} />
              ))}
          </ol>
        )}
      </Answered>
    </Panel>
  );
}

function Moment({ moment }: { readonly moment: TimelineView }) {
  const { t, say, saying } = useWords();
  const [isOpen, setOpen] = useState(false);
  const { at, actor, sentence, details, group } = moment;
  return (
    <li className={`wb-moment wb-moment-${group}`}>
      <time dateTime={at} title={at} className="wb-small wb-muted">
        {sayInstant(at, saying)}
      </time>
      <div>
        <p>
          {actor.id !== 'system' && <span className="wb-person">{actor.name}</span>} {say(sentence)}
        </p>
        {details.length > 0 && (
          <Button type="link" size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t('order.details', { n: details.length })}
          </Button>
        )}
        {isOpen && (
          <ul className="wb-plain wb-details wb-small">
            {details.map((detail, place) => (
              <li key={`${detail.kind}.${String(place)}`}>{say(detail.sentence)}</li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
