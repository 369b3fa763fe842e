import type { JsonObject } from '@paidan/engine/issue';
import type { FormPlan, RecogniserPlan, SectionPlan } from '../compile/form-plan.ts';
import { settleLookup } from '../lookup/settle-lookup.ts';
import { recognise } from '../recognition/recognise.ts';
import type { FormContext } from './form-context.ts';
import { isFor, isTrue } from './permission.ts';
import { settleField } from './settle-field.ts';
import { type Sweep, startSweep } from './sweep-state.ts';

/** One pass over a form: every section, field, lookup and recogniser settled after all it reads. */
export function runSweep(plan: FormPlan, values: JsonObject, context: FormContext): Sweep {
  const sweep = startSweep(plan, values, context);
  writeHelped(sweep);
  for (const step of plan.steps) {
    if (step.kind === 'field') settleField(step.field, sweep);
    else if (step.kind === 'section') settleSection(step.section, sweep);
    else if (step.kind === 'lookup') settleLookup(step.lookup, sweep);
    else settleRecogniser(step.recogniser, sweep);
  }
  return sweep;
}

function settleSection({ id, visible, roles }: SectionPlan, sweep: Sweep): void {
  sweep.sections.set(id, isFor(roles, sweep) && (visible === undefined || isTrue(visible(sweep.facts))));
}

function settleRecogniser({ id, recogniser, reads }: RecogniserPlan, sweep: Sweep): void {
  const text = sweep.draft.get(reads);
  const found = typeof text === 'string' ? recognise(recogniser, text) : [];
  sweep.recognitions.set(id, found);
  const stated = new Set(found.filter(({ status }) => status === 'stated').map(({ term }) => term));
  sweep.facts.recognised[id] = Object.keys(recogniser.terms).filter((term) => stated.has(term));
}

/** 有用 pressed at a suggested article: an answer without a field of its own. */
function writeHelped(sweep: Sweep): void {
  const { cut } = sweep.plan;
  for (const { helped } of Object.values(cut.form.recognisers ?? {})) {
    const name = helped?.slice(1);
    const said = name === undefined ? undefined : sweep.values[name];
    if (name !== undefined && typeof said === 'boolean') {
      sweep.draft.set([...cut.writes.split('/').slice(1), name], said);
    }
  }
}
