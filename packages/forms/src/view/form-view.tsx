import type { Issue, Json, Locale, Text } from '@paidan/engine/issue';
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { CompiledForm } from '../compile/compiled-form.ts';
import type { FormContext } from '../evaluate/form-context.ts';
import type { FormAnswer, FormDraft } from '../typing/filling-state.ts';
import { draftOf, FormFilling } from '../typing/form-filling.ts';
import type { LookupPort } from '../typing/lookup-port.ts';
import type { DevicePort } from './device-port.ts';
import { type ArticleFeedback, type FormScope, FormScopeProvider } from './form-scope.tsx';
import { kit } from './kit/kit.tsx';
import { FormBody } from './layout/form-body.tsx';
import { ReadOnlyBody } from './layout/read-only-body.tsx';

export interface FormViewProps {
  readonly form: CompiledForm;
  /** Stage, instant, zone, actor, record and work order around the form; a new one is taken over while typing goes on. */
  readonly context: FormContext;
  readonly locale: Locale;
  /** Without it every lookup stays 待核实 and is left to the server. */
  readonly lookups?: LookupPort;
  readonly device?: DevicePort;
  /** A draft to go on with; read once. */
  readonly draft?: FormDraft;
  readonly readOnly?: boolean;
  readonly submitLabel?: Text;
  /** What a signature covers, shown above the pad. */
  readonly covered?: ReactNode;
  /** Shows a lookup's answer in the host's own way; `undefined` leaves it to the form. */
  renderAnswer?(lookupId: string, result: Json): ReactNode;
  /** After each change; the host keeps the draft. */
  onChange?(draft: FormDraft): void;
  /** Sends the answer. Issues that come back show at their places, none means it arrived; a rejection, that it did not. */
  onSubmit(answer: FormAnswer): Promise<readonly Issue[]>;
  onFeedback?(feedback: ArticleFeedback): void;
}

const noDevice: DevicePort = {};

/** A form to fill in, generated from its definition. It stands inside `PaidanLook`. Another `form` starts afresh. */
export function FormView(props: FormViewProps) {
  const { form, context, locale, lookups, device = noDevice, draft, readOnly = false, onChange } = props;
  const idPrefix = useId();
  const started = useRef(draft);
  const ask = useLatestPort(lookups);
  const [first] = useState(context);
  const filling = useMemo(
    () => new FormFilling({ form, context: first, lookups: ask, draft: started.current }),
    [form, first, ask],
  );
  useEffect(() => {
    filling.setContext(context);
    return () => filling.dispose();
  }, [filling, context]);
  useEffect(
    () =>
      filling.store.subscribe((state, before) => {
        if (state.typed !== before.typed || state.lookups !== before.lookups) onChange?.(draftOf(state));
      }),
    [filling, onChange],
  );
  const { covered, onFeedback, renderAnswer } = props;
  const scope = useMemo<FormScope>(
    () => ({
      form,
      filling,
      context,
      locale,
      device,
      kit,
      idPrefix,
      isReadOnly: readOnly,
      covered,
      onFeedback,
      renderAnswer,
    }),
    [form, filling, context, locale, device, idPrefix, readOnly, covered, onFeedback, renderAnswer],
  );
  return (
    <FormScopeProvider value={scope}>
      {readOnly ? <ReadOnlyBody /> : <FormBody submitLabel={props.submitLabel} onSubmit={props.onSubmit} />}
    </FormScopeProvider>
  );
}

/** One port for the life of the form, asking through whichever the host handed in last. */
function useLatestPort(lookups: LookupPort | undefined): LookupPort | undefined {
  const latest = useRef(lookups);
  useEffect(() => {
    latest.current = lookups;
  }, [lookups]);
  const has = lookups !== undefined;
  return useMemo(() => {
    if (!has) return undefined;
    return {
      ask: (lookup, signal) => latest.current?.ask(lookup, signal) ?? Promise.resolve({ status: 'deferred' }),
    };
  }, [has]);
}
