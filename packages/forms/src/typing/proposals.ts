import type { CompiledForm } from '../compile/compiled-form.ts';

/** Record pointers at which the form proposes a value that a person may replace. */
export function proposalPointers({ definition, writes }: CompiledForm): ReadonlySet<string> {
  return new Set(
    Object.values(definition.fields).flatMap(({ at, value, editable }) =>
      at !== undefined && value !== undefined && editable === true ? [writes + at] : [],
    ),
  );
}
