import type { FormOutcome } from '@paidan/engine';
import type { FormFile } from '@paidan/engine/definition';
import { type Checked, checked, type JsonObject } from '@paidan/engine/issue';
import { collectTags } from '../evaluate/collect-tags.ts';
import { evaluationOf } from '../evaluate/evaluate.ts';
import type { Evaluation } from '../evaluate/evaluation.ts';
import type { FormContext } from '../evaluate/form-context.ts';
import { runSweep } from '../evaluate/run-sweep.ts';
import { answersOf, changedPointers } from '../evaluate/to-record.ts';
import { issuesOf } from '../evaluate/validate.ts';
import { type RankedArticle, rankArticles } from '../recognition/rank-articles.ts';
import { type Recognition, recognise } from '../recognition/recognise.ts';
import type { FormPlan } from './form-plan.ts';

/** A form ready to be filled in and judged. Values stand below the form's `writes`, nested as in the record. */
export interface CompiledForm {
  /** SHA-256 of the canonical JSON this form was compiled from. */
  readonly hash: string;
  readonly writes: string;
  readonly definition: FormFile;
  /** Record pointers the form may write, computed and looked-up ones included. */
  readonly writable: readonly string[];
  /** What the record's schema says of each field's answer, references followed; a note has none. */
  readonly schemas: { readonly [field: string]: JsonObject };
  /** The form as it stands: never throws, whatever the values. */
  evaluate(values: JsonObject, context?: FormContext): Evaluation;
  /** The answers a submit event carries, or why they cannot be sent; issues point into the record. */
  validate(values: JsonObject, context: FormContext): Checked<JsonObject>;
  /** The same verdict with the record as it will be, for whoever decides. */
  settle(values: JsonObject, context: FormContext): Checked<FormOutcome>;
  /** Words of a text read as tags: stated, denied or asked, with offsets into the text as typed. */
  recognise(recogniserId: string, text: string): readonly Recognition[];
  /** At most `top` articles for a text, best first, equal scores by id; none below the minimum. */
  suggest(recogniserId: string, text: string): readonly RankedArticle[];
}

export function compiledForm(plan: FormPlan): CompiledForm {
  const { cut } = plan;
  const recogniser = (id: string) => cut.form.recognisers?.[id];
  return {
    hash: plan.hash,
    writes: cut.writes,
    definition: cut.form,
    writable: plan.writable,
    schemas: Object.fromEntries(plan.fields.map(({ id, setting }) => [id, setting.schema])),
    evaluate: (values, context = {}) => evaluationOf(runSweep(plan, values, context)),
    validate: (values, context) => {
      const sweep = runSweep(plan, values, context);
      return checked(answersOf(sweep), issuesOf(sweep));
    },
    settle: (values, context) => {
      const sweep = runSweep(plan, values, context);
      const outcome = {
        record: sweep.draft.root,
        changed: changedPointers(sweep),
        tags: collectTags(sweep),
      };
      return checked(outcome, issuesOf(sweep));
    },
    recognise: (id, text) => {
      const found = recogniser(id);
      return found === undefined ? [] : recognise(found, text);
    },
    suggest: (id, text) => {
      const found = recogniser(id);
      const knowledge = cut.knowledge?.[found?.suggests ?? ''];
      return found === undefined || knowledge === undefined ? [] : rankArticles(knowledge, found, text);
    },
  };
}
