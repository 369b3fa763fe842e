import type { AnswerOf } from '@paidan/server/contract';
import { useState } from 'react';
import { useClient } from '../../client/client-context.tsx';
import { useSend } from '../../client/queries.tsx';
import { FormSlot } from '../../generate/form-slot.tsx';
import { ProblemNote } from '../marks/states.tsx';
import { useWords } from '../marks/use-words.ts';
import type { TaskPlace } from './task-place.ts';

interface SubmitFormProps extends TaskPlace {
  readonly way: AnswerOf<'available'>[number];
}

/** The form of a task; its answers become one event, the same one however often it has to be sent. */
export function SubmitForm({ task, order, planned, me, way }: SubmitFormProps) {
  const { t, locale } = useWords();
  const { http, origin } = useClient();
  const event = useSend('sendEvent');
  const [at] = useState(() => new Date(origin.now()).toISOString());
  const [commandId, setCommandId] = useState(origin.newId);
  const { form = '', proof, alternative, step = task.stepId } = way.event;
  const { problem } = event;
  return (
    <div className="wb-task-form">
      {problem !== undefined && problem.issues.length === 0 && <ProblemNote problem={problem} />}
      <FormSlot
        {...{ http, locale, at }}
        workflow={planned.workflow}
        formId={form}
        stage={task.stage}
        actor={me}
        record={order.record}
        workOrder={{ id: order.id, number: order.number, createdAt: order.createdAt }}
        submitLabel={t('order.send')}
        onSend={async ({ hash, values, edited, acknowledged }) => {
          const body = {
            ...{ kind: 'submit', step, form, hash, values, edited, acknowledged },
            ...(proof === undefined ? {} : { proof }),
            ...(alternative === undefined ? {} : { alternative }),
          };
          const reply = await event.send({ params: { id: order.id }, body, commandId });
          if (reply.kind === 'refused') setCommandId(origin.newId());
          return reply.kind === 'done' ? undefined : reply.problem;
        }}
      />
    </div>
  );
}
