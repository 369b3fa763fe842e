import { useFilling, useFormScope, useWords } from '../form-scope.tsx';

interface Titled {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** A section's words with their placeholders filled. */
export function useSectionTexts(sectionId: string): Titled {
  const { form, idPrefix } = useFormScope();
  const { say } = useWords();
  const data = useFilling(({ evaluation }) => evaluation.sections[sectionId]?.data) ?? {};
  const section = form.definition.sections[sectionId];
  return {
    id: `${idPrefix}-section-${sectionId}`,
    title: say(section?.title, data),
    text: say(section?.text, data),
  };
}
