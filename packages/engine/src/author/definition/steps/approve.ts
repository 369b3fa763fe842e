import Type from 'typebox';
import { RoleReference } from '../sender.ts';
import { mapOf, refersTo, type Shape, strictObject } from '../shape.ts';
import { stepBasics } from './step-basics.ts';

/** Seats vote. Outcomes: approved, rejected, returned. all 会签 · any 或签 · inOrder 依次 · atLeast n. */
export const ApproveStepShape = strictObject({
  kind: Type.Literal('approve'),
  ...stepBasics,
  seats: mapOf(RoleReference),
  seatOrder: Type.Optional(Type.Array(refersTo('seat'))),
  passes: Type.Union([
    Type.Enum(['all', 'any', 'inOrder']),
    strictObject({ atLeast: Type.Integer({ minimum: 1 }) }),
  ]),
  allows: Type.Optional(strictObject({ returnTo: Type.Optional(Type.Array(refersTo('target'))) })),
  samePerson: Type.Optional(Type.Enum(['countsOnce', 'votesForEach'])),
  whenEmpty: Type.Union([RoleReference, Type.Enum(['passes', 'rejects'])]),
});
export type ApproveStep = Shape<typeof ApproveStepShape>;
