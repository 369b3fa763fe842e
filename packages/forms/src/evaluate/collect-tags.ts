import type { Json } from '@paidan/engine/issue';
import { isTrue } from './permission.ts';
import type { Sweep } from './sweep-state.ts';

/** Tags of a settled form: `<tag>.<choice>` per answer of a tagged field, then the derived ones whose condition holds. */
export function collectTags(sweep: Sweep): readonly string[] {
  const answered = sweep.plan.fields.flatMap((plan) => {
    const { tag } = plan.field;
    if (tag === undefined) return [];
    return (sweep.instances.get(plan) ?? [])
      .filter(({ isVisible }) => isVisible)
      .flatMap(({ segments }) => choicesIn(sweep.draft.get(segments)).map((choice) => `${tag}.${choice}`));
  });
  const derived = sweep.plan.tags.flatMap(({ id, when }) => (isTrue(when(sweep.facts)) ? [id] : []));
  return [...new Set([...answered, ...derived])];
}

function choicesIn(value: Json | undefined): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one: Json) => choicesIn(one));
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}
