import type { Issue, Text } from '@paidan/engine/issue';
import { useRef, useState } from 'react';
import type { FormAnswer } from '../../typing/filling-state.ts';
import { focusField } from '../focus-field.ts';
import { domId, type FormScope, useFilling, useFormScope, useWords } from '../form-scope.tsx';
import { withoutEchoes } from '../issue-echoes.ts';
import { IssueSummary } from '../issue-summary.tsx';
import { useLookupStatus } from '../lookup-chip.tsx';
import { LookupPanel } from '../lookup-panel.tsx';
import { useIsWide } from '../use-is-wide.ts';
import { FormFooter } from './form-footer.tsx';
import { FormSection } from './form-section.tsx';
import { useSectionTexts } from './use-section-texts.ts';
import { stepOf, useSteps } from './use-steps.ts';

export interface FormBodyProps {
  readonly submitLabel: Text | undefined;
  onSubmit(answer: FormAnswer): Promise<readonly Issue[]>;
}

/** From here on popups and what lookups found stand beside the fields. */
const asideFrom = 960;

/** The sections in their order, what stops the form, and the way to send it. */
export function FormBody({ submitLabel, onSubmit }: FormBodyProps) {
  const scope = useFormScope();
  const { form, filling, idPrefix } = scope;
  const frame = useRef<HTMLFormElement>(null);
  const isWide = useIsWide(frame, asideFrom);
  const [attempt, setAttempt] = useState(0);
  const [isSending, setSending] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const steps = useSteps();
  const blocking = useBlocking(attempt > 0);
  const { sections, order } = form.definition;
  const beside = isWide ? order.filter((id) => sections[id]?.present === 'dialog') : [];
  const panels = isWide ? order.filter((id) => hasOwnPanel(id, scope)) : [];
  const hasAside = beside.length + panels.length > 0;

  function go(pointer: string): void {
    const target = stepOf(form, pointer);
    if (target !== undefined) {
      steps.show(target);
      if (sections[target]?.present === 'dialog') filling.showPopup(target, true);
    }
    // The place may have to be drawn first.
    setTimeout(() => focusField(pointer, (at) => domId(idPrefix, at)));
  }

  async function send(): Promise<void> {
    if (isSending) return;
    setSending(true);
    setFailed(false);
    try {
      const { value } = await filling.submit();
      if (value === undefined) return setAttempt((before) => before + 1);
      const refused = await onSubmit(value);
      if (refused.length === 0) return;
      filling.refuse(refused);
      setAttempt((before) => before + 1);
    } catch {
      setFailed(true);
    } finally {
      setSending(false);
    }
  }

  return (
    <form
      className="pd-form"
      ref={frame}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className="pd-columns" data-aside={hasAside}>
        <div className="pd-main">
          <IssueSummary issues={blocking} attempt={attempt} onGo={go} />
          {order.map((id) =>
            beside.includes(id) || steps.isHidden(id) ? null : (
              <FormSection key={id} sectionId={id} withoutPanel={panels.includes(id)} />
            ),
          )}
          <FormFooter steps={steps} isSending={isSending} hasFailed={hasFailed} submitLabel={submitLabel} />
        </div>
        {hasAside && (
          <div className="pd-aside">
            {beside.map((id) => (
              <FormSection key={id} sectionId={id} />
            ))}
            {panels.map((id) => (
              <PanelCard key={id} sectionId={id} />
            ))}
          </div>
        )}
      </div>
    </form>
  );
}

/** Whether a section shows what a lookup found, and this person's screen asks that lookup at all. */
function hasOwnPanel(sectionId: string, { form, context }: FormScope): boolean {
  const { present, panel } = form.definition.sections[sectionId] ?? {};
  if (panel?.lookup === undefined || present === 'dialog') return false;
  const roles = form.definition.lookups?.[panel.lookup]?.for;
  const { actor } = context;
  return roles === undefined || actor === undefined || roles.some((role) => actor.roles.includes(role));
}

/** Errors in the way, once somebody has tried to send. */
function useBlocking(isTried: boolean): readonly Issue[] {
  const issues = useFilling((state) => state.issues);
  const refused = useFilling((state) => state.refused);
  if (!isTried) return [];
  return withoutEchoes([...issues, ...refused].filter(({ severity }) => severity === 'error'));
}

/** What a lookup of a section found, beside the fields; the place is kept while there is nothing yet. */
function PanelCard({ sectionId }: { readonly sectionId: string }) {
  const { form } = useFormScope();
  const { words } = useWords();
  const { title } = useSectionTexts(sectionId);
  const lookup = form.definition.sections[sectionId]?.panel?.lookup ?? '';
  const hasAsked = useLookupStatus(lookup) !== undefined;
  return (
    <section className="pd-card">
      <h2 className="pd-title">{title}</h2>
      {hasAsked ? <LookupPanel lookupId={lookup} /> : <p className="pd-note">{words.notYet}</p>}
    </section>
  );
}
