import { type Json, pointerOf } from '@paidan/engine/issue';
import type { FieldPlan } from '../compile/form-plan.ts';
import { isEmpty } from '../fields/empty.ts';
import { storedForm } from '../fields/stored-form.ts';
import { offeredChoices, refusedChoice } from './choices.ts';
import { proposedValue } from './compute.ts';
import { isFor, isReadOnly, isTrue } from './permission.ts';
import { valueAt } from './record-draft.ts';
import { atRow, eachPlace } from './row-places.ts';
import { sameJson } from './same-json.ts';
import type { FieldInstance, RowPlace, Sweep } from './sweep-state.ts';

/** Settles one field everywhere it stands: what shows, what it holds, what a client sent in vain. */
export function settleField(plan: FieldPlan, sweep: Sweep): void {
  const instances = eachPlace(plan, sweep).map((place) =>
    atRow(place, sweep, () => settle(plan, place, sweep)),
  );
  sweep.instances.set(plan, instances);
}

function settle(plan: FieldPlan, place: RowPlace, sweep: Sweep): FieldInstance {
  const { segments, rows } = place;
  const pointer = plan.container === undefined ? plan.pointer : pointerOf(...segments);
  const instance = { plan, pointer, segments, rows, place };
  if (plan.pointer === '') return { ...instance, isVisible: shows(plan, place, sweep), ...still };
  const sent = sentValue(plan, place, sweep);
  if (!isAsked(plan, sweep)) {
    refuseChange(plan, instance, sent, sweep);
    const isDerived =
      plan.value !== undefined && (plan.field.whenHidden === 'keep' || shows(plan, place, sweep));
    // Whom a question is not for still has what follows from the rest: a customer's number names the customer.
    if (isDerived) hold(plan, instance, undefined, sweep);
    return { ...instance, isVisible: false, ...still };
  }
  if (!shows(plan, place, sweep)) {
    if (plan.field.whenHidden !== 'keep') return hide(plan, instance, sent, sweep);
    return { ...hold(plan, instance, sent, sweep), isVisible: false };
  }
  return hold(plan, instance, sent, sweep);
}

const still = { isReadOnly: true, follows: false } as const;

type Place = Pick<FieldInstance, 'plan' | 'pointer' | 'segments' | 'rows' | 'place'>;

/** What the client sent: `undefined` untouched, `null` cleared, else the value in its stored form. */
function sentValue(plan: FieldPlan, place: RowPlace, sweep: Sweep): Json | undefined {
  if (plan.container !== undefined) {
    const held = sweep.draft.get(place.segments);
    return held === undefined ? undefined : (storedForm(plan.kind, held, plan.setting) ?? null);
  }
  const raw = valueAt(sweep.values, plan.relative);
  return raw === undefined ? undefined : (storedForm(plan.kind, raw, plan.setting) ?? null);
}

function isAsked(plan: FieldPlan, sweep: Sweep): boolean {
  if (plan.field.for !== undefined && !isFor(plan.field.for, sweep)) return false;
  const section = sweep.plan.sections.find(({ id }) => id === plan.section);
  return section?.roles === undefined || isFor(section.roles, sweep);
}

function shows(plan: FieldPlan, place: RowPlace, sweep: Sweep): boolean {
  if (plan.section !== undefined && sweep.sections.get(plan.section) === false) return false;
  if (plan.container !== undefined && !place.isVisible) return false;
  return plan.visible === undefined || isTrue(plan.visible(sweep.facts));
}

function hide(plan: FieldPlan, place: Place, sent: Json | undefined, sweep: Sweep): FieldInstance {
  const { pointer, segments, rows } = place;
  const isNews = !isEmpty(sent) && !sameJson(sent, valueAt(sweep.base, segments)) && plan.value === undefined;
  if (isNews && plan.container === undefined) {
    const code = plan.restsOnLookup ? 'form/no-longer-asked' : 'form/not-asked';
    sweep.findings.push({ code, plan, pointer, rows });
  }
  sweep.draft.remove(segments);
  return { ...place, isVisible: false, ...still };
}

function hold(plan: FieldPlan, place: Place, sent: Json | undefined, sweep: Sweep): FieldInstance {
  const { pointer, segments, rows } = place;
  const { draft } = sweep;
  const readOnly = isReadOnly(plan, pointer, sweep);
  const isOnlyLookedUp = sweep.filled.has(pointer) || plan.kind.kind === 'code';
  const proposal = proposedValue(plan, place, sent, sweep);
  let follows = false;
  if (proposal !== undefined) {
    follows = proposal.isEditable;
    if (proposal.value === undefined) draft.remove(segments);
    else draft.set(segments, proposal.value);
  } else if (!isOnlyLookedUp && sent !== undefined) {
    if (readOnly) refuseChange(plan, place, sent, sweep);
    else if (sent === null) draft.remove(segments);
    else draft.set(segments, sent);
  }
  const choices = offeredChoices(plan, sweep);
  if (choices !== undefined && refusedChoice(draft.get(segments), choices)) {
    sweep.findings.push({ code: 'form/not-offered', plan, pointer, rows });
    draft.remove(segments);
  }
  const isReadOnlyNow = readOnly || isOnlyLookedUp || (plan.value !== undefined && !plan.field.editable);
  return {
    ...place,
    isVisible: true,
    isReadOnly: isReadOnlyNow,
    follows,
    ...(choices === undefined ? {} : { choices }),
  };
}

/** An equal value passes; anything else at a place this person may not write is refused, and the record keeps its own. */
function refuseChange(plan: FieldPlan, place: Place, sent: Json | undefined, sweep: Sweep): void {
  const { pointer, segments, rows } = place;
  if (sent === undefined || plan.container !== undefined || plan.filledBy.length > 0) return;
  const held = sweep.draft.get(segments);
  if (sent === null ? held === undefined : sameJson(sent, held)) return;
  sweep.findings.push({ code: 'form/not-writable', plan, pointer, rows });
}
