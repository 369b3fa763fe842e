import type { Text } from '@paidan/engine/issue';
import { Button } from 'antd';
import type { FieldState } from '../../evaluate/evaluation.ts';
import { useFilling, useFormScope, useWords } from '../form-scope.tsx';
import type { Steps } from './use-steps.ts';

export interface FormFooterProps {
  readonly steps: Steps;
  readonly isSending: boolean;
  readonly hasFailed: boolean;
  readonly submitLabel: Text | undefined;
}

/** What is still missing, and the way on. */
export function FormFooter({ steps, isSending, hasFailed, submitLabel }: FormFooterProps) {
  const { words, say } = useWords();
  const missing = useMissing(steps);
  const mustGoOn = steps.mustGoOn && steps.isDone;
  const canSend = steps.total === 0 || steps.isLast || !steps.mustGoOn;
  const text =
    missing.length === 0
      ? words.nothingMissing
      : `${words.missing}${words.colon}${missing.map((label) => say(label)).join(words.listSeparator)}`;
  return (
    <div className="pd-footer">
      <div className="pd-note" role="status">
        {steps.total > 1 && <div>{say(words.stepOf, { n: steps.position + 1, total: steps.total })}</div>}
        <div>{hasFailed ? words.notSent : isSending ? words.sending : text}</div>
      </div>
      {steps.position > 0 && <Button onClick={() => steps.move(-1)}>{words.back}</Button>}
      {!steps.isLast && steps.total > 0 && (
        <Button type={canSend ? 'default' : 'primary'} disabled={!steps.isDone} onClick={() => steps.move(1)}>
          {mustGoOn || !canSend ? words.next : words.tellMore}
        </Button>
      )}
      {canSend && (
        <Button type="primary" htmlType="submit" loading={isSending}>
          {submitLabel === undefined ? words.submit : say(submitLabel)}
        </Button>
      )}
    </div>
  );
}

/** Names of the questions on the page that must be answered and are not. */
function useMissing(steps: Steps): readonly Text[] {
  const { form } = useFormScope();
  const fields = useFilling(({ evaluation }) => evaluation.fields);
  const { order, sections, fields: asked } = form.definition;
  const shown = order.filter((id) => !steps.isHidden(id)).flatMap((id) => sections[id]?.order ?? []);
  return shown.flatMap((id) => {
    const label = asked[id]?.label;
    return label !== undefined && isMissing(fields[id]) ? [label] : [];
  });
}

function isMissing(state: FieldState | undefined): boolean {
  if (state === undefined || !state.visible) return false;
  if (state.required && state.value === undefined) return true;
  return (state.rows ?? []).some((row) => Object.values(row.fields).some(isMissing));
}
