import type { Consequence, EffectDefinition } from '../author/definition/effect.ts';
import { pointerOf } from '../issue/json-pointer.ts';
import { type Condition, compileCondition } from './compile-condition.ts';
import { type CompiledSet, compileSet } from './compile-set.ts';

/** An effect named in the document, ready to be asked for. */
export interface CompiledEffect {
  readonly name: string;
  readonly pointer: string;
  readonly definition: EffectDefinition;
  readonly when?: Condition;
  /** Record values handed to a linked work order. */
  readonly input?: CompiledSet;
  /** What follows an outcome; `otherwise` for the rest. */
  readonly then: ReadonlyMap<string, CompiledConsequence>;
}

export interface CompiledConsequence {
  readonly when?: Condition;
  readonly set?: CompiledSet;
  readonly effects: readonly string[];
  readonly incident?: string;
}

export function compileEffect(name: string, definition: EffectDefinition): CompiledEffect {
  const pointer = pointerOf('flow', 'effects', name);
  const then = 'then' in definition ? (definition.then ?? {}) : {};
  return {
    name,
    pointer,
    definition,
    ...(definition.when === undefined
      ? {}
      : { when: compileCondition(definition.when, pointer + pointerOf('when')) }),
    ...(definition.kind === 'start' ? { input: compileSet(definition.input) } : {}),
    then: new Map(
      Object.entries(then).map(([outcome, consequence]) => [
        outcome,
        compileConsequence(consequence, pointer + pointerOf('then', outcome)),
      ]),
    ),
  };
}

function compileConsequence(consequence: Consequence, pointer: string): CompiledConsequence {
  return {
    effects: consequence.effects ?? [],
    ...(consequence.when === undefined
      ? {}
      : { when: compileCondition(consequence.when, pointer + pointerOf('when')) }),
    ...(consequence.set === undefined ? {} : { set: compileSet(consequence.set) }),
    ...(consequence.incident === undefined ? {} : { incident: consequence.incident }),
  };
}
