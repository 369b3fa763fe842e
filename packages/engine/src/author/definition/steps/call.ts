import Type from 'typebox';
import { MappingShape } from '../mapping.ts';
import { Id, type Shape, strictObject } from '../shape.ts';
import { stepBasics } from './step-basics.ts';

/** Another system is asked. Outcomes: succeeded, refused, failed, unknown. Holds one effect. */
export const CallStepShape = strictObject({
  kind: Type.Literal('call'),
  ...stepBasics,
  operation: Type.String({ pattern: '^[a-z][a-z0-9-]*\\.[a-z][A-Za-z0-9]*$' }),
  mapping: Type.Optional(Type.Union([Id, MappingShape])),
  result: Type.Optional(Type.Union([Id, MappingShape])),
});
export type CallStep = Shape<typeof CallStepShape>;
