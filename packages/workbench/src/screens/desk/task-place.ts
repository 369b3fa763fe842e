import type { Me, TaskView, WorkOrderView } from '@paidan/server/contract';
import type { Planned } from '../marks/use-plan.ts';

/** A task where it is worked on: its work order, the document of that version, and who asks. */
export interface TaskPlace {
  readonly task: TaskView;
  readonly order: WorkOrderView;
  readonly planned: Planned;
  readonly me: Me;
}
