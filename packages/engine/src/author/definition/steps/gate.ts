import Type from 'typebox';
import { ExpressionShape } from '../condition.ts';
import { DurationShape } from '../duration.ts';
import { SenderShape } from '../sender.ts';
import { MOMENT_PATTERN, mapOf, Pointer, refersTo, type Shape, strictObject } from '../shape.ts';
import { stepBasics } from './step-basics.ts';

const proofKeys = {
  by: SenderShape,
  form: refersTo('form'),
  when: Type.Optional(ExpressionShape),
  after: Type.Optional(DurationShape),
  holds: ExpressionShape,
  covers: Type.Optional(Type.Array(Pointer)),
  agrees: Type.Optional(Type.Record(Pointer, Pointer)),
};

/** A declared way out of a proof; counted apart, so that nobody's refusal strands a work order. */
export const AlternativeShape = strictObject(proofKeys);
export type Alternative = Shape<typeof AlternativeShape>;

/**
 * `holds` is the demand; `covers` binds the proof to a digest of these record fields and voids it once they change;
 * `agrees` demands equal sums of `quantity` per `sku` of two lists; `after` opens it only that long after the gate was
 * reached; `when` makes it apply at all.
 */
export const ProofShape = strictObject({ ...proofKeys, otherwise: Type.Optional(mapOf(AlternativeShape)) });
export type Proof = Shape<typeof ProofShape>;

/** The engine alone raises `complete`, when every proof or one of its alternatives holds. `opensAt` opens its tasks early. */
export const GateStepShape = strictObject({
  kind: Type.Literal('gate'),
  ...stepBasics,
  needs: Type.Literal('all'),
  opensAt: Type.Optional(Type.Array(refersTo('moment', MOMENT_PATTERN))),
  proofs: mapOf(ProofShape),
});
export type GateStep = Shape<typeof GateStepShape>;
