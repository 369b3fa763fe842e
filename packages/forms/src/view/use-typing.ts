import { type ChangeEvent, type CompositionEvent, type FocusEvent, useState } from 'react';
import { useFormScope } from './form-scope.tsx';

export interface Typing {
  readonly value: string;
  onChange(event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>): void;
  onCompositionStart(): void;
  onCompositionEnd(event: CompositionEvent<HTMLInputElement | HTMLTextAreaElement>): void;
  onFocus(event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>): void;
  onBlur(): void;
}

export interface TypingSource {
  /** What the field holds, as a person may edit it. */
  readonly edited: string;
  /** What the field holds, as it reads when nobody is typing. */
  readonly shown?: string;
  onType(text: string): void;
  onLeave(): void;
}

/**
 * A text box that keeps its own text while somebody is in it, so that neither a correction by the form nor a rendering
 * ever moves the caret or breaks a composition; outside, it shows what the form holds.
 */
export function useTyping({ edited, shown = edited, onType, onLeave }: TypingSource): Typing {
  const { filling } = useFormScope();
  const [own, setOwn] = useState<string | undefined>(undefined);
  return {
    value: own ?? shown,
    onChange({ target }) {
      setOwn(target.value);
      onType(target.value);
    },
    onCompositionStart: () => filling.compose(true),
    onCompositionEnd({ currentTarget }) {
      onType(currentTarget.value);
      filling.compose(false);
    },
    onFocus: () => setOwn(edited),
    onBlur() {
      filling.compose(false);
      setOwn(undefined);
      onLeave();
    },
  };
}
