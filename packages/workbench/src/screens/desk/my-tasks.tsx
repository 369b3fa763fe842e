import { Link } from 'react-router';
import { useAnswer } from '../../client/queries.tsx';
import { sayInstant, sayNear } from '../../generate/say-value.ts';
import { Answered } from '../marks/answered.tsx';
import { Empty } from '../marks/states.tsx';
import { useNow } from '../marks/use-now.ts';
import { useWords } from '../marks/use-words.ts';

/** Everything that waits for this person, the clock that runs out first on top. */
export function MyTasks() {
  const { t, say, saying } = useWords();
  const now = useNow();
  const found = useAnswer('myTasks');
  return (
    <div className="wb-page">
      <header className="wb-page-head">
        <h1>{t('tasks.title')}</h1>
      </header>
      <Answered of={found}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('tasks.empty')} text={t('tasks.emptyText')} />
          ) : (
            <ul className="wb-plain wb-rows">
              {items.map((task) => (
                <li key={task.id}>
                  <Link
                    className="wb-row-link"
                    to={`/work-orders/${encodeURIComponent(task.workOrderId)}?task=${encodeURIComponent(task.id)}`}
                  >
                    <span className="wb-number">{task.number}</span>
                    <span className="wb-grow">{say(task.stepTitle)}</span>
                    <span className="wb-small wb-muted">{t(`stage.${task.stage}`)}</span>
                    <span className="wb-small wb-muted">
                      {t('tasks.since', { at: sayInstant(task.openedAt, saying) })}
                    </span>
                    {task.dueAt !== undefined && (
                      <span className={Date.parse(task.dueAt) < now ? 'wb-tone-danger' : ''}>
                        {t('order.due', { at: sayNear(task.dueAt, now, saying) })}
                      </span>
                    )}
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </div>
  );
}
