import Type from 'typebox';
import { mapOf, NAME_PATTERN, refersTo, type Shape, strictObject } from './shape.ts';

const Ms = Type.Integer({ minimum: 1 });
const Role = strictObject({ role: refersTo('role') });

/** How far a rung widens one requirement; `{}` lifts it. */
export const RelaxationShape = strictObject({
  atMostMetres: Type.Optional(Type.Integer({ minimum: 0 })),
  atMost: Type.Optional(Type.Integer({ minimum: 0 })),
  by: Type.Optional(Type.Integer({ minimum: 1 })),
  mentor: Type.Optional(Type.Boolean()),
});
export type Relaxation = Shape<typeof RelaxationShape>;

const relax = Type.Optional(mapOf(RelaxationShape, NAME_PATTERN));

/** One step of a ladder; what it does is told by which of ask, assign, escalate and wait it carries. */
export const RungShape = Type.Union([
  strictObject({
    ask: Type.Integer({ minimum: 1 }),
    windowMs: Ms,
    windowCounts: Type.Optional(Type.Union([Type.Literal('elapsed'), Type.Literal('working-time')])),
    relax,
    tell: Type.Optional(Role),
  }),
  strictObject({ assign: Type.Literal('on-duty'), relax, preempt: Type.Optional(Type.Boolean()) }),
  strictObject({ escalate: Role }),
  strictObject({ wait: Type.Literal(true), alarm: Type.Optional(Role), repeatAlarmMs: Type.Optional(Ms) }),
]);
export type Rung = Shape<typeof RungShape>;

export const LadderShape = strictObject({
  promiseMs: Type.Optional(Ms),
  order: Type.Array(Type.String({ pattern: NAME_PATTERN }), { minItems: 1 }),
  rungs: mapOf(RungShape, NAME_PATTERN),
});
export type Ladder = Shape<typeof LadderShape>;
