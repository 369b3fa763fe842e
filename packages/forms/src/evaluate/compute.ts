import { isJsonObject, type Json } from '@paidan/engine/issue';
import type { FieldPlan } from '../compile/form-plan.ts';
import { storedForm } from '../fields/stored-form.ts';
import type { FieldInstance, Sweep } from './sweep-state.ts';

/** A value the form gives a field by itself; `undefined` when it is the person's turn. */
export interface Proposal {
  readonly value: Json | undefined;
  /** A person may put another in its place. */
  readonly isEditable: boolean;
}

/**
 * A computed field always holds what its expression gives. An editable one follows its sources until a person touches
 * it, until it stands in the record, or until a program, which has no notion of touching, sends a value of its own.
 */
export function proposedValue(
  plan: FieldPlan,
  place: Pick<FieldInstance, 'pointer' | 'segments'>,
  sent: Json | undefined,
  sweep: Sweep,
): Proposal | undefined {
  if (plan.field.options?.from === 'actor') return { value: actorNamed(sent, sweep), isEditable: false };
  if (plan.value === undefined) return undefined;
  const isEditable = plan.field.editable === true;
  if (isEditable && isTaken(plan, place, sent, sweep)) return undefined;
  const value = storedForm(plan.kind, plan.value(sweep.facts), plan.setting);
  // Sources that say nothing leave the word to the person.
  if (isEditable && value === undefined && sent !== undefined) return undefined;
  return { value, isEditable };
}

function isTaken(
  plan: FieldPlan,
  place: Pick<FieldInstance, 'pointer' | 'segments'>,
  sent: Json | undefined,
  sweep: Sweep,
): boolean {
  if (sweep.edited.has(place.pointer)) return true;
  if (plan.container === undefined && sweep.draft.get(place.segments) !== undefined) return true;
  const { channel = 'screen' } = sweep.context;
  return sent !== undefined && channel !== 'screen' && channel !== 'sync';
}

/** Who sends is who is named; only the spelling of the own name is taken from the client. */
function actorNamed(sent: Json | undefined, { context }: Sweep): Json | undefined {
  const { actor } = context;
  if (actor === undefined) return sent ?? undefined;
  const isOwn = isJsonObject(sent) && sent['id'] === actor.id && typeof sent['label'] === 'string';
  return { id: actor.id, label: actor.label ?? (isOwn ? (sent['label'] ?? actor.id) : actor.id) };
}
