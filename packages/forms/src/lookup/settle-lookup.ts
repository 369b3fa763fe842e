import { hashOfJson } from '@paidan/engine/definition';
import type { Json, JsonObject } from '@paidan/engine/issue';
import { pointerOf } from '@paidan/engine/issue';
import type { FillPlan, LookupPlan } from '../compile/form-plan.ts';
import { isTrue } from '../evaluate/permission.ts';
import type { LookupOutcome, Sweep, SweepFacts } from '../evaluate/sweep-state.ts';
import { isEmpty } from '../fields/empty.ts';
import { fillFromAnswer } from './fill-from-answer.ts';

/** Settles one lookup: is it needed, for which parameters, is there an answer to exactly these, and what does it fill. */
export function settleLookup(plan: LookupPlan, sweep: Sweep): void {
  const outcome = outcomeOf(plan, sweep);
  sweep.lookups.set(plan.id, outcome);
  sweep.facts.lookup[plan.id] = { status: outcome.status, result: outcome.result ?? null };
  fillFromAnswer(outcome, sweep, isStale(outcome, sweep));
}

function outcomeOf(plan: LookupPlan, sweep: Sweep): LookupOutcome {
  if (plan.when !== undefined && !isTrue(plan.when(sweep.facts))) return { plan, status: 'not-needed' };
  const params = paramsOf(plan, sweep.facts);
  if (params === undefined || !hasValidSources(plan, sweep)) return { plan, status: 'idle' };
  const hash = hashOf(plan, params);
  const answer = sweep.context.lookups?.[plan.id];
  // An answer to another question is no answer: the parameters have changed since it was asked.
  if (answer === undefined || answer.hash !== hash) return { plan, status: 'due', hash, params };
  const result = answer.status === 'done' ? answer.result : undefined;
  return { plan, status: answer.status, hash, params, ...(result === undefined ? {} : { result }) };
}

function paramsOf(plan: LookupPlan, facts: SweepFacts): JsonObject | undefined {
  const params: { [name: string]: Json } = {};
  for (const { name, value, isOptional } of plan.params) {
    const given = value(facts);
    if (!isEmpty(given)) params[name] = given;
    else if (!isOptional) return undefined;
  }
  return params;
}

function hasValidSources(plan: LookupPlan, sweep: Sweep): boolean {
  return plan.sources.every(({ schema, segments, kind, setting }) => {
    const value = sweep.draft.get(segments);
    if (value === undefined || schema === undefined) return true;
    const findings = kind.verify?.(value, setting, { record: sweep.draft.root }) ?? [];
    return schema.holds(value) && findings.every(({ code }) => code !== 'form/wrong-shape');
  });
}

/** The identity of a question. Parameters read from the clock are left out, else no answer could ever be in time. */
function hashOf(plan: LookupPlan, params: JsonObject): string {
  const { connection, operation } = plan.lookup;
  const lasting = plan.params.filter(({ name, readsTime }) => !readsTime && params[name] !== undefined);
  const asked = Object.fromEntries(lasting.map(({ name }) => [name, params[name] ?? null]));
  return hashOfJson({ connection, operation, params: asked });
}

/** Whether what the record holds from this lookup belongs to other parameters than the present ones. */
function isStale({ plan, status, hash }: LookupOutcome, sweep: Sweep): boolean {
  if (status === 'not-needed' || status === 'idle') return true;
  const places: readonly Pick<FillPlan, 'segments'>[] = plan.fill;
  if (!places.some(({ segments }) => sweep.draft.get(segments) !== undefined)) return false;
  const before = paramsOf(plan, { ...sweep.facts, record: sweep.base });
  return before === undefined || hashOf(plan, before) !== hash;
}

/** Where `checkAt` stands, as a pointer. */
export function checkPointer(plan: LookupPlan): string | undefined {
  return plan.checkAt === undefined ? undefined : pointerOf(...plan.checkAt);
}
