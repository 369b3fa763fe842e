import { type CompiledExpression, compileExpression } from '../expression/compile-expression.ts';
import type { Facts } from '../expression/expression.ts';
import { type NameReader, nameReader } from '../expression/read-name.ts';
import type { Json } from '../issue/json.ts';

/** A condition of the document, made ready. Neither function throws, whatever the facts. */
export interface Condition {
  readonly pointer: string;
  readonly reads: readonly string[];
  holds(facts: Facts): boolean;
  /** The values of exactly its free variables; one that is absent is left out. */
  valuesRead(facts: Facts): { readonly [name: string]: Json };
}

export function compileCondition(rule: Json, pointer: string): Condition {
  // Truth is the operator profile's, in which an empty list is false and the text "0" is true.
  const truth = compileExpression({ '!!': [rule] });
  const readers = readersOf(truth);
  return {
    pointer,
    reads: truth.reads,
    holds: (facts) => truth(facts) === true,
    valuesRead: (facts) => {
      const values: { [name: string]: Json } = {};
      for (const { name, read } of readers) {
        const value = read(facts);
        if (value !== undefined) values[name] = value;
      }
      return values;
    },
  };
}

function readersOf(
  rule: CompiledExpression,
): readonly { readonly name: string; readonly read: NameReader }[] {
  return rule.reads.map((name) => ({ name, read: nameReader(name) }));
}
