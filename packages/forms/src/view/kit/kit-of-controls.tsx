import type { FieldKind } from '@paidan/engine/definition';
import type { ComponentType } from 'react';
import { isChoiceGroup } from '../../fields/choice/choice-group.ts';
import type { ControlProps } from '../control-props.ts';

/** How a kind of field is filled in. */
export interface KindControl {
  readonly Input: ComponentType<ControlProps>;
  /** Several controls under a common name instead of one with a label. */
  readonly isGroup?: boolean;
  /** Takes the whole width of its section. */
  readonly isWide?: boolean;
}

export type Kit = { readonly [Kind in FieldKind]: KindControl };

export function isGroup(kit: Kit, props: Pick<ControlProps, 'field' | 'state' | 'schema'>): boolean {
  if (props.field.kind === 'choice') return isChoiceGroup(props);
  return kit[props.field.kind].isGroup === true;
}

export function isWide(kit: Kit, { field, schema }: Pick<ControlProps, 'field' | 'schema'>): boolean {
  if (field.kind === 'text') return (field.options?.lines ?? 1) > 1;
  if (field.kind === 'choice') return schema['type'] === 'array' || field.shuffle === true;
  return kit[field.kind].isWide === true;
}
