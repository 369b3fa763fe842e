import { type Json, type JsonObject, readPointer } from '@paidan/engine/issue';
import { startDraft, valueAt } from './record-draft.ts';
import { sameJson } from './same-json.ts';
import type { Sweep } from './sweep-state.ts';

/** Record pointers of this form whose value differs from before, in the form's order. */
export function changedPointers(sweep: Sweep): readonly string[] {
  return sweep.plan.writable.filter(
    (pointer) => !sameJson(readPointer(sweep.base, pointer), readPointer(sweep.draft.root, pointer)),
  );
}

/** Everything the form holds that is shown or kept, below its `writes`: computed and looked-up values among it. */
export function heldValues(sweep: Sweep): JsonObject {
  return collect(sweep, ({ value }) => value);
}

/**
 * The answers themselves, below the form's `writes`, as a submit event carries them: what this person may and did say.
 * `null` where a value of the record was cleared. Computed and looked-up places are left to whoever decides.
 */
export function answersOf(sweep: Sweep): JsonObject {
  return collect(sweep, ({ value, base, isOwn }) =>
    isOwn ? (value ?? (base === undefined ? undefined : null)) : undefined,
  );
}

interface Held {
  readonly value: Json | undefined;
  readonly base: Json | undefined;
  readonly isOwn: boolean;
}

function collect(sweep: Sweep, choose: (held: Held) => Json | undefined): JsonObject {
  const values = startDraft({});
  for (const plan of sweep.plan.fields) {
    const [instance] = sweep.instances.get(plan) ?? [];
    const isHeld = instance?.isVisible === true || plan.field.whenHidden === 'keep';
    if (instance === undefined || plan.container !== undefined || plan.pointer === '' || !isHeld) continue;
    const chosen = choose({
      value: sweep.draft.get(plan.segments),
      base: valueAt(sweep.base, plan.segments),
      isOwn: instance.isVisible && !instance.isReadOnly,
    });
    if (chosen !== undefined) values.set(plan.relative, chosen);
  }
  for (const { helped } of Object.values(sweep.plan.cut.form.recognisers ?? {})) {
    const said = helped === undefined ? undefined : sweep.values[helped.slice(1)];
    if (helped !== undefined && typeof said === 'boolean') values.set([helped.slice(1)], said);
  }
  return values.root;
}
