import Type from 'typebox';
import { Id, type Shape, strictObject } from './shape.ts';

/** Who may act: holders of roles, whoever was assigned in a role, and the same or another person than a step's. */
export const SenderShape = strictObject({
  roles: Type.Optional(Type.Array(Id)),
  assignee: Type.Optional(Id),
  sameAs: Type.Optional(Id),
  notSameAs: Type.Optional(Id),
});
export type Sender = Shape<typeof SenderShape>;

/** One role, for messages and seats. */
export const RoleReference = strictObject({ role: Id });
