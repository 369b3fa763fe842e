import type { Duration } from '../author/definition/duration.ts';
import type { Sender } from '../author/definition/sender.ts';
import type { Alternative, GateStep, Proof } from '../author/definition/steps/gate.ts';
import { pointerOf } from '../issue/json-pointer.ts';
import { type Condition, compileCondition } from './compile-condition.ts';

/** One way of giving a proof: the proof itself, or a declared way out of it (`alternative`). */
export interface CompiledProofWay {
  readonly proof: string;
  readonly alternative?: string;
  readonly pointer: string;
  readonly by: Sender;
  readonly form: string;
  readonly when?: Condition;
  readonly after?: Duration;
  readonly holds: Condition;
  readonly covers: readonly string[];
  readonly agrees: readonly (readonly [left: string, right: string])[];
}

/** By proof, the proof itself first, its alternatives after it. */
export interface CompiledGate {
  readonly proofs: ReadonlyMap<string, readonly CompiledProofWay[]>;
}

export function compileGate(gate: GateStep, pointer: string): CompiledGate {
  const proofs = new Map<string, readonly CompiledProofWay[]>();
  for (const [proof, definition] of Object.entries(gate.proofs)) {
    const at = pointer + pointerOf('proofs', proof);
    const alternatives = Object.entries(definition.otherwise ?? {}).map(([alternative, way]) =>
      compileWay(way, { proof, alternative, pointer: at + pointerOf('otherwise', alternative) }),
    );
    proofs.set(proof, [compileWay(definition, { proof, pointer: at }), ...alternatives]);
  }
  return { proofs };
}

function compileWay(
  way: Proof | Alternative,
  name: Pick<CompiledProofWay, 'proof' | 'alternative' | 'pointer'>,
): CompiledProofWay {
  return {
    ...name,
    by: way.by,
    form: way.form,
    holds: compileCondition(way.holds, name.pointer + pointerOf('holds')),
    covers: way.covers ?? [],
    agrees: Object.entries(way.agrees ?? {}),
    ...(way.when === undefined ? {} : { when: compileCondition(way.when, name.pointer + pointerOf('when')) }),
    ...(way.after === undefined ? {} : { after: way.after }),
  };
}
