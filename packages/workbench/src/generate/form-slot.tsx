import type { Issue, JsonObject, Locale, Text } from '@paidan/engine/issue';
import { compileForm, formOf } from '@paidan/forms';
import { type FormAnswer, FormView, type LookupPort } from '@paidan/forms/view';
import type { AnswerOf, Problem } from '@paidan/server/contract';
import { useMemo } from 'react';
import type { HttpClient } from '../client/http-client.ts';
import type { WorkflowDocument } from './workflow-document.ts';

export interface FormSlotProps {
  readonly workflow: WorkflowDocument;
  readonly formId: string;
  readonly stage: string;
  readonly locale: Locale;
  readonly at: string;
  readonly actor: { readonly id: string; readonly name: string; readonly roles: readonly string[] };
  /** The record before these answers, as far as the person may read it. */
  readonly record?: JsonObject;
  readonly workOrder?: JsonObject;
  readonly submitLabel?: Text;
  readonly http: HttpClient;
  /** Sends the answers; a problem comes back with its findings at their fields. */
  readonly onSend: (answer: FormAnswer) => Promise<Problem | undefined>;
}

/** A form of the document, filled in where the work is. */
export function FormSlot(props: FormSlotProps) {
  const { workflow, formId, stage, locale, at, actor, record, workOrder, http, onSend } = props;
  const form = useMemo(() => compileForm(formOf(workflow, formId) ?? {}).value, [workflow, formId]);
  const { id, name } = actor;
  const roles = actor.roles.join(' ');
  const base = useStable(record);
  const order = useStable(workOrder);
  const context = useMemo(
    () => ({
      ...{ stage, at, timeZone: workflow.timeZone, channel: 'screen' },
      actor: { id, label: name, roles: roles.split(' ') },
      ...(base === undefined ? {} : { base }),
      ...(order === undefined ? {} : { workOrder: order }),
    }),
    [stage, at, workflow, id, name, roles, base, order],
  );
  const lookups = useMemo(() => lookupPort(http, workflow.id, formId), [http, workflow.id, formId]);
  if (form === undefined) return null;
  return (
    <FormView
      form={form}
      context={context}
      locale={locale}
      lookups={lookups}
      {...(props.submitLabel === undefined ? {} : { submitLabel: props.submitLabel })}
      onSubmit={async (answer) => findingsOf(await onSend(answer))}
    />
  );
}

// A fresh answer of the server with the same bytes is the same record: the form stays as it is.
function useStable(json: JsonObject | undefined): JsonObject | undefined {
  const bytes = json === undefined ? undefined : JSON.stringify(json);
  return useMemo(() => (bytes === undefined ? undefined : JSON.parse(bytes)), [bytes]);
}

function lookupPort(http: HttpClient, workflow: string, form: string): LookupPort {
  return {
    ask: async ({ id, params }, signal) => {
      const body = { workflow, form, lookup: id, params };
      const reply = await http.call('lookup', { body, signal });
      return reply.kind === 'done' ? replyOf(reply.value) : { status: 'deferred' };
    },
  };
}

function replyOf({ status, result }: AnswerOf<'lookup'>): Awaited<ReturnType<LookupPort['ask']>> {
  if (status !== 'done') return { status };
  return result === undefined ? { status: 'deferred' } : { status, result };
}

function findingsOf(problem: Problem | undefined): readonly Issue[] {
  // Codes are spelled once, in the engine; the contract carries them as text.
  return (problem?.issues ?? []) as readonly Issue[];
}
