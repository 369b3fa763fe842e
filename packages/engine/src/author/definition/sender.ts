import Type from 'typebox';
import { refersTo, type Shape, strictObject } from './shape.ts';

/** Who may act: holders of roles, whoever was assigned in a role, and the same or another person than a step's. */
export const SenderShape = strictObject({
  roles: Type.Optional(Type.Array(refersTo('role'))),
  assignee: Type.Optional(refersTo('role')),
  sameAs: Type.Optional(refersTo('step')),
  notSameAs: Type.Optional(refersTo('step')),
});
export type Sender = Shape<typeof SenderShape>;

/** One role, for messages and seats. */
export const RoleReference = strictObject({ role: refersTo('role') });
