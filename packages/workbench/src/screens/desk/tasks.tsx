import type { TaskView, WorkOrderView } from '@paidan/server/contract';
import { useSearchParams } from 'react-router';
import { useAnswer } from '../../client/queries.tsx';
import { Panel } from '../marks/panel.tsx';
import { Empty } from '../marks/states.tsx';
import type { Planned } from '../marks/use-plan.ts';
import { useWords } from '../marks/use-words.ts';
import { TaskCard } from './task-card.tsx';

interface TasksProps {
  readonly order: WorkOrderView;
  readonly planned: Planned;
}

/** Open tasks with their forms in place, one's own first; the proofs of a gate with what is missing. */
export function Tasks({ order, planned }: TasksProps) {
  const { t } = useWords();
  const { data: me } = useAnswer('me');
  const [search] = useSearchParams();
  const wanted = search.get('task');
  const tasks = [...order.tasks.filter(({ mine }) => mine), ...order.tasks.filter(({ mine }) => !mine)];
  if (order.status === 'ended' && tasks.length === 0) return null;
  const [first] = tasks.filter(({ mine }) => mine);
  return (
    <Panel title={t('order.tasks')}>
      {tasks.length === 0 && <Empty title={t('order.noTasks')} text={t('order.noTasksText')} />}
      <ul className="wb-plain wb-tasks">
        {tasks.map((task) => (
          <li key={task.id}>
            {me !== undefined && (
              <TaskCard
                {...{ task, order, planned, me }}
                isFirst={task.id === wanted || (wanted === null && isAlone(tasks, first, task))}
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

// One task of one's own opens at once; several wait to be chosen, so that the page stays readable.
function isAlone(tasks: readonly TaskView[], first: TaskView | undefined, task: TaskView): boolean {
  return task === first && tasks.filter(({ mine }) => mine).length === 1;
}
