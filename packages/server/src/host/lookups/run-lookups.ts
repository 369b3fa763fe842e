import type { Actor, LookupAnswer } from '@paidan/engine';
import type { JsonObject } from '@paidan/engine/issue';
import type { CompiledForm, DueLookup, FormContext } from '@paidan/forms';

/** Levels of lookups that feed each other; no form of the format needs more, and a circle is refused at publish. */
const deepestLevel = 6;

export interface LookupQuestion {
  /** `connection.operation`. */
  readonly operation: string;
  readonly params: JsonObject;
  readonly timeoutMs: number;
}

/** Asks one operation; an outage is an answer too: `deferred`. */
export type AskOperation = (question: LookupQuestion) => Promise<Omit<LookupAnswer, 'hash'>>;

export interface LookupRun {
  readonly form: CompiledForm;
  readonly values: JsonObject;
  readonly context: FormContext & { readonly actor: Actor };
  readonly ask: AskOperation;
}

/**
 * Every lookup the answers call for, asked by the server: level by level, because an answer may be what the next
 * question needs. What a client claims to have looked up is never read.
 */
export async function runLookups(run: LookupRun): Promise<{ readonly [id: string]: LookupAnswer }> {
  const answers: { [id: string]: LookupAnswer } = {};
  for (let level = 0; level < deepestLevel; level += 1) {
    const { due } = run.form.evaluate(run.values, { ...run.context, lookups: answers });
    if (due.length === 0) break;
    await Promise.all(
      due.map(async (one) => {
        answers[one.id] = await answer(run.ask, one);
      }),
    );
  }
  return answers;
}

async function answer(ask: AskOperation, due: DueLookup): Promise<LookupAnswer> {
  const operation = `${due.connection}.${due.operation}`;
  const found = await ask({ operation, params: due.params, timeoutMs: due.timeoutMs });
  return { ...found, hash: due.hash };
}
