import Type from 'typebox';
import { MappingShape } from '../mapping.ts';
import { OPERATION_PATTERN, refersTo, type Shape, strictObject } from '../shape.ts';
import { stepBasics } from './step-basics.ts';

/** Another system is asked. Outcomes: succeeded, refused, failed, unknown. Holds one effect. */
export const CallStepShape = strictObject({
  kind: Type.Literal('call'),
  ...stepBasics,
  operation: refersTo('operation', OPERATION_PATTERN),
  mapping: Type.Optional(Type.Union([refersTo('mapping'), MappingShape])),
  result: Type.Optional(Type.Union([refersTo('mapping'), MappingShape])),
});
export type CallStep = Shape<typeof CallStepShape>;
