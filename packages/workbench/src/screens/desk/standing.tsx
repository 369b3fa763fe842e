import type { WorkOrderRowView } from '@paidan/server/contract';
import { useWords } from '../marks/use-words.ts';

/** What stands out about a work order: how it ended, that it is late, how often the customer asked. */
export function Standing({
  row,
}: {
  readonly row: Pick<WorkOrderRowView, 'status' | 'outcome' | 'overdue' | 'urges'>;
}) {
  const { t } = useWords();
  const { status, outcome, overdue, urges } = row;
  const hasEnded = status === 'ended';
  return (
    <>
      {hasEnded && (
        <span className={`wb-tag wb-tone-${outcome === 'done' ? 'ok' : 'muted'}`}>
          {t(`desk.${outcome ?? 'ended'}`)}
        </span>
      )}
      {status === 'suspended' && <span className="wb-tag wb-tone-warn">{t('desk.suspended')}</span>}
      {overdue && !hasEnded && <span className="wb-tag wb-tone-danger">{t('desk.overdue')}</span>}
      {urges > 0 && !hasEnded && (
        <span className="wb-tag wb-tone-urgent">{t('desk.urged', { n: urges })}</span>
      )}
    </>
  );
}
