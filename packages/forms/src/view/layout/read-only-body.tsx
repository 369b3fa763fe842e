import { useFilling, useFormScope, useWords } from '../form-scope.tsx';
import { isWide } from '../kit/kit-of-controls.tsx';
import { PrintedValue } from '../printed-value.tsx';
import { columnsOf } from './section-fields.tsx';

/** Sections with what was answered in them. */
export function ReadOnlyBody() {
  const { form } = useFormScope();
  const sections = useFilling(({ evaluation }) => evaluation.sections);
  return (
    <div className="pd-form pd-main">
      {form.definition.order.map((id) =>
        sections[id]?.visible === true ? <AnsweredSection key={id} sectionId={id} /> : null,
      )}
    </div>
  );
}

function AnsweredSection({ sectionId }: { readonly sectionId: string }) {
  const { form, idPrefix } = useFormScope();
  const { say } = useWords();
  const fields = useFilling(({ evaluation }) => evaluation.fields);
  const section = form.definition.sections[sectionId];
  const answered = (section?.order ?? []).filter(
    (id) => fields[id]?.visible && fields[id].value !== undefined,
  );
  if (section === undefined || answered.length === 0) return null;
  const id = `${idPrefix}-answered-${sectionId}`;
  return (
    <section className="pd-card" aria-labelledby={id}>
      <h2 className="pd-title" id={id}>
        {say(section.title)}
      </h2>
      <dl className="pd-list" style={columnsOf(section)}>
        {answered.map((fieldId) => (
          <Answer key={fieldId} fieldId={fieldId} />
        ))}
      </dl>
    </section>
  );
}

function Answer({ fieldId }: { readonly fieldId: string }) {
  const { form, kit } = useFormScope();
  const { say } = useWords();
  const state = useFilling(({ evaluation }) => evaluation.fields[fieldId]);
  const field = form.definition.fields[fieldId];
  if (state === undefined || field === undefined) return null;
  return (
    <div data-wide={isWide(kit, { field, schema: form.schemas[fieldId] ?? {} })}>
      <dt>{say(field.label)}</dt>
      <dd>
        <PrintedValue fieldId={fieldId} field={field} state={state} />
      </dd>
    </div>
  );
}
