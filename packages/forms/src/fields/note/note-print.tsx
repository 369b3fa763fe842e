import type { ControlProps } from '../../view/control-props.ts';
import { useWords } from '../../view/form-scope.tsx';

/** Words of the form to its reader: paragraphs, never markup. */
export function NotePrint({ field }: Pick<ControlProps, 'field'>) {
  const { say } = useWords();
  const paragraphs = say(field.options?.text).split(/\n{2,}/);
  return paragraphs.map((paragraph) => <p key={paragraph}>{paragraph}</p>);
}
