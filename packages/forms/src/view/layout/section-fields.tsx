import type { CSSProperties } from 'react';
import { useFormScope } from '../form-scope.tsx';
import { TopField } from '../top-field.tsx';

type Columns = CSSProperties & {
  readonly '--pd-columns-phone': number;
  readonly '--pd-columns-desktop': number;
};

/** How many columns a section stands in, as CSS variables. */
export function columnsOf(section: {
  readonly columns?: { readonly phone: number; readonly desktop: number };
}): Columns {
  const { phone = 1, desktop = 1 } = section.columns ?? {};
  return { '--pd-columns-phone': phone, '--pd-columns-desktop': desktop };
}

export function SectionFields({ sectionId }: { readonly sectionId: string }) {
  const { form } = useFormScope();
  const section = form.definition.sections[sectionId];
  const order = section?.order ?? [];
  if (section === undefined || order.length === 0) return null;
  return (
    <div className="pd-fields" style={columnsOf(section)}>
      {order.map((fieldId) => (
        <TopField key={fieldId} fieldId={fieldId} />
      ))}
    </div>
  );
}
