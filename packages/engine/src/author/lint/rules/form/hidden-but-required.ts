import { type Issue, issue } from '../../../../issue/issue.ts';
import { pointerOf } from '../../../../issue/json-pointer.ts';
import type { Field } from '../../../definition/field.ts';
import type { FormFile } from '../../../definition/form.ts';
import type { Stage } from '../../../definition/stage.ts';
import { areOpposite } from '../../conditions.ts';
import { lintRule } from '../../rule.ts';

/** What a form demands, it shows: a field that is always hidden, or hidden exactly when it is required, blocks everybody. */
export const hiddenButRequired = lintRule('form/hidden-but-required', ({ forms = {} }) =>
  Object.entries(forms).flatMap(([formId, { form }]) =>
    Object.entries(form.fields)
      .filter(([id, field]) => clashes(form, id, field))
      .map(([id]): Issue => {
        const pointer = pointerOf('forms', formId, 'form', 'fields', id);
        return issue('form/hidden-but-required', pointer, {
          id,
          other: demandOf(form, id) ?? `${pointer}/required`,
        });
      }),
  ),
);

function clashes(form: FormFile, id: string, { visible, required, value }: Field): boolean {
  if (value !== undefined) return false;
  if (visible === false) return required === true || demandOf(form, id) !== undefined;
  if (visible === undefined || required === undefined || required === false) return false;
  return required !== true && visible !== true && areOpposite(visible, required);
}

/** The stage that lists a field as required, as a pointer within the form. */
function demandOf({ stages }: FormFile, id: string): string | undefined {
  const demanding = Object.entries(stages).find(([, demand]) => demand?.required.includes(id) === true);
  return demanding === undefined ? undefined : pointerOf('stages', demanding[0] satisfies Stage | string);
}
