import { memo } from 'react';
import { FieldSlot } from './field-slot.tsx';
import { useFilling, useFormScope } from './form-scope.tsx';

/** A field of a section: woken by its own news only. */
export const TopField = memo(function TopField({ fieldId }: { readonly fieldId: string }) {
  const { filling } = useFormScope();
  const state = useFilling(({ evaluation }) => evaluation.fields[fieldId]);
  if (state === undefined || !state.visible) return null;
  return (
    <FieldSlot
      fieldId={fieldId}
      state={state}
      onSet={(value, isTyping) => filling.set(state.pointer, value, isTyping)}
      onLeave={() => filling.touch(state.pointer)}
    />
  );
});
