import type { WorkOrderView } from '@paidan/server/contract';
import { fieldWords, wordsOfKey } from '../../generate/field-words.ts';
import { sayColumn } from '../../generate/say-value.ts';
import { Panel } from '../marks/panel.tsx';
import type { Planned } from '../marks/use-plan.ts';
import { useWords } from '../marks/use-words.ts';

interface RecordPanelProps {
  readonly order: Pick<WorkOrderView, 'record' | 'hidden' | 'masked'>;
  readonly planned: Planned;
  readonly title?: string;
}

/** The record in the groups of the forms; what one may not read is named, never silently absent. */
export function RecordPanel({ order, planned, title }: RecordPanelProps) {
  const { t, say, saying } = useWords();
  const { record, hidden, masked } = order;
  const groups = planned.plan.detail.flatMap(({ id, title: heading, columns }) => {
    const filled = columns.flatMap((column) => {
      const value = sayColumn(column, record, saying);
      return value === undefined ? [] : [{ column, value }];
    });
    return filled.length === 0 ? [] : [{ id, heading, filled }];
  });
  return (
    <Panel title={title ?? t('order.record')}>
      {groups.map(({ id, heading, filled }) => (
        <section key={id} className="wb-record-group">
          <h3>{heading === undefined ? t('order.others') : say(heading)}</h3>
          <dl className="wb-facts">
            {filled.map(({ column, value }) => (
              <div key={column.pointer}>
                <dt>{say(column.label)}</dt>
                <dd>
                  {value}
                  {masked.includes(column.pointer) && (
                    <span className="wb-small wb-muted"> · {t('order.masked')}</span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {hidden.length > 0 && <Hidden hidden={hidden} planned={planned} />}
    </Panel>
  );
}

function Hidden({ hidden, planned }: { readonly hidden: readonly string[]; readonly planned: Planned }) {
  const { t, say } = useWords();
  const words = fieldWords(planned.workflow);
  const names = hidden.map((pointer) => say(words.get(pointer)?.label ?? wordsOfKey(pointer)));
  return (
    <details className="wb-hidden wb-small">
      <summary>{t('order.hidden', { n: hidden.length })}</summary>
      <p className="wb-muted">{t('order.hiddenWhich', { list: names.join('、') })}</p>
    </details>
  );
}
