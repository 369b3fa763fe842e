import type { AnswerOf, TrackView } from '@paidan/server/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useClient } from '../../client/client-context.tsx';
import { useAnswer, useSend } from '../../client/queries.tsx';
import { FormSlot } from '../../generate/form-slot.tsx';
import { type WorkflowDocument, workflowDocument } from '../../generate/workflow-document.ts';
import { Panel } from '../marks/panel.tsx';
import { ProblemNote } from '../marks/states.tsx';
import { useWords } from '../marks/use-words.ts';

type Offered = AnswerOf<'available'>[number];

/** What waits for the customer: a fee to agree to, a signature, a review; every way there is, its form in place. */
export function CustomerTasks({ track }: { readonly track: TrackView }) {
  const { t, say } = useWords();
  const params = { id: track.workOrderId };
  const offered = useAnswer('available', { params }).data ?? [];
  const id = track.tasks[0]?.workflow ?? '';
  const document = useAnswer('workflow', { params: { id }, enabled: id !== '' }).data;
  const [open, setOpen] = useState<string>();
  const [hasSent, setSent] = useState(false);
  const workflow = document === undefined ? undefined : workflowDocument(document);
  const ways = offered.filter(({ event, available }) => available && event.kind === 'submit');
  if (ways.length === 0)
    return hasSent ? (
      <p className="wb-tone-ok" role="status">
        {t('customer.thanks')}
      </p>
    ) : null;
  const chosen = ways.length === 1 ? ways[0] : ways.find((way) => keyOf(way) === open);
  return (
    <Panel title={t('customer.waitsForYou')}>
      {ways.length > 1 && (
        <div className="wb-actions">
          {ways.map((way) => (
            <Button
              key={keyOf(way)}
              aria-expanded={way === chosen}
              type={way === chosen ? 'primary' : 'default'}
              onClick={() => setOpen(keyOf(way))}
            >
              {say(workflow?.forms?.[way.event.form ?? '']?.form.title ?? way.title)}
            </Button>
          ))}
        </div>
      )}
      {chosen !== undefined && workflow !== undefined && (
        <Answer key={keyOf(chosen)} {...{ track, workflow }} way={chosen} onSent={() => setSent(true)} />
      )}
    </Panel>
  );
}

function keyOf({ event }: Offered): string {
  return [event.task, event.form, event.proof, event.alternative].join('.');
}

interface AnswerProps {
  readonly track: TrackView;
  readonly workflow: WorkflowDocument;
  readonly way: Offered;
  readonly onSent: () => void;
}

function Answer({ track, workflow, way, onSent }: AnswerProps) {
  const { t, locale } = useWords();
  const { http, origin } = useClient();
  const send = useSend('sendEvent');
  const [at] = useState(() => new Date(origin.now()).toISOString());
  const [commandId, setCommandId] = useState(origin.newId);
  const { task, form = '', step = '', proof, alternative } = way.event;
  const stage = track.tasks.find(({ id }) => id === task)?.stage ?? track.stage;
  const roles = Object.entries(workflow.roles).flatMap(([id, { signIn }]) => (signIn === 'link' ? [id] : []));
  return (
    <>
      {send.problem !== undefined && send.problem.issues.length === 0 && (
        <ProblemNote problem={send.problem} />
      )}
      <FormSlot
        {...{ workflow, http, locale, at, stage }}
        formId={form}
        actor={{ id: `customer:${track.workOrderId}`, name: '', roles }}
        record={track.record}
        submitLabel={t('order.send')}
        onSend={async ({ hash, values, edited, acknowledged }) => {
          const body = {
            ...{ kind: 'submit', step, form, hash, values, edited, acknowledged },
            ...(proof === undefined ? {} : { proof }),
            ...(alternative === undefined ? {} : { alternative }),
          };
          const reply = await send.send({ params: { id: track.workOrderId }, body, commandId });
          if (reply.kind === 'done') onSent();
          if (reply.kind === 'refused') setCommandId(origin.newId());
          return reply.kind === 'done' ? undefined : reply.problem;
        }}
      />
    </>
  );
}
