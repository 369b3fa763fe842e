import type { ControlProps } from '../../view/control-props.ts';

/** Up to so many choices stand side by side; more go into a list one can search. */
export const sideBySide = 5;

/** Whether such a field is a group of several controls with a common name, and not one with a label. */
export function isChoiceGroup({ field, state, schema }: Pick<ControlProps, 'field' | 'state' | 'schema'>) {
  if (field.options?.style === 'confirm') return false;
  if (schema['type'] === 'boolean' || schema['type'] === 'array') return true;
  return (state.choices ?? []).length <= sideBySide;
}
