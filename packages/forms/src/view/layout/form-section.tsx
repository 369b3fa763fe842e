import { InfoCircleFilled } from '@ant-design/icons';
import { ArticlePanel, useArticles } from '../article-panel.tsx';
import { useFilling, useFormScope } from '../form-scope.tsx';
import { LookupPanel } from '../lookup-panel.tsx';
import { PopupSection } from './popup-section.tsx';
import { SectionFields } from './section-fields.tsx';
import { useSectionTexts } from './use-section-texts.ts';

export interface FormSectionProps {
  readonly sectionId: string;
  /** The panel stands elsewhere. */
  readonly withoutPanel?: boolean;
}

/** A group of fields in the arrangement its definition asks for; nothing while it is not for this person or not now. */
export function FormSection({ sectionId, withoutPanel = false }: FormSectionProps) {
  const { form } = useFormScope();
  const isVisible = useFilling(({ evaluation }) => evaluation.sections[sectionId]?.visible === true);
  const section = form.definition.sections[sectionId];
  if (!isVisible || section === undefined) return null;
  const { present = 'section', panel } = section;
  if (present === 'dialog') return <PopupSection sectionId={sectionId} />;
  if (present === 'banner') return <BannerSection sectionId={sectionId} />;
  if (present === 'pinned' && panel?.recogniser !== undefined) {
    return <PinnedSection sectionId={sectionId} recogniser={panel.recogniser} />;
  }
  return <PlainSection sectionId={sectionId} withoutPanel={withoutPanel} />;
}

function PlainSection({ sectionId, withoutPanel = false }: FormSectionProps) {
  const { form } = useFormScope();
  const { id, title, text } = useSectionTexts(sectionId);
  const lookup = form.definition.sections[sectionId]?.panel?.lookup;
  return (
    <section className="pd-card" aria-labelledby={id}>
      <h2 className="pd-title" id={id}>
        {title}
      </h2>
      {text !== '' && <p className="pd-note">{text}</p>}
      <SectionFields sectionId={sectionId} />
      {lookup !== undefined && !withoutPanel && <LookupPanel lookupId={lookup} />}
    </section>
  );
}

function BannerSection({ sectionId }: { readonly sectionId: string }) {
  const { id, title, text } = useSectionTexts(sectionId);
  return (
    <section className="pd-card pd-banner" aria-labelledby={id}>
      <InfoCircleFilled aria-hidden />
      <div role="status">
        <h2 className="pd-title" id={id}>
          {title}
        </h2>
        {text !== '' && <p className="pd-note">{text}</p>}
        <SectionFields sectionId={sectionId} />
      </div>
    </section>
  );
}

function PinnedSection({
  sectionId,
  recogniser,
}: {
  readonly sectionId: string;
  readonly recogniser: string;
}) {
  const { id, title, text } = useSectionTexts(sectionId);
  const { articles } = useArticles(recogniser);
  if (articles.length === 0) return null;
  return (
    <section className="pd-card" aria-labelledby={id}>
      <h2 className="pd-title" id={id}>
        {title}
      </h2>
      {text !== '' && <p className="pd-note">{text}</p>}
      <ArticlePanel recogniser={recogniser} />
    </section>
  );
}
