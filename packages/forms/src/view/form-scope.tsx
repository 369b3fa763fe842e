import type { Json, Locale, MessagePattern, Text } from '@paidan/engine/issue';
import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { CompiledForm } from '../compile/compiled-form.ts';
import type { FormContext } from '../evaluate/form-context.ts';
import { en } from '../text/en.ts';
import { formatPattern } from '../text/format-pattern.ts';
import { type Words, zhCN } from '../text/zh-CN.ts';
import type { FillingState } from '../typing/filling-state.ts';
import type { FormFilling } from '../typing/form-filling.ts';
import type { DevicePort } from './device-port.ts';
import type { Kit } from './kit/kit-of-controls.tsx';

/** What somebody did with a suggested article. */
export interface ArticleFeedback {
  readonly article: string;
  /** 1 for the first. */
  readonly rank: number;
  readonly verdict: 'helped' | 'not-helped';
  readonly text: string;
}

export interface FormScope {
  readonly form: CompiledForm;
  readonly filling: FormFilling;
  readonly context: FormContext;
  readonly locale: Locale;
  readonly device: DevicePort;
  readonly kit: Kit;
  /** Start of every DOM id of this form. */
  readonly idPrefix: string;
  readonly isReadOnly: boolean;
  readonly onFeedback?: ((feedback: ArticleFeedback) => void) | undefined;
  /** What a signature covers, as the host shows it. */
  readonly covered?: ReactNode;
  readonly renderAnswer?: ((lookupId: string, result: Json) => ReactNode) | undefined;
}

const Scope = createContext<FormScope | undefined>(undefined);

export const FormScopeProvider = Scope.Provider;

export function useFormScope(): FormScope {
  const scope = useContext(Scope);
  if (scope === undefined) throw new TypeError('a part of a form stands outside FormView');
  return scope;
}

export function useFilling<Slice>(select: (state: FillingState) => Slice): Slice {
  return useStore(useFormScope().filling.store, select);
}

export interface Saying {
  readonly words: Words;
  /** A text or pattern in the reader's language. */
  say(text: Text | MessagePattern | undefined, data?: { readonly [name: string]: Json }): string;
}

export function useWords(): Saying {
  const { locale } = useFormScope();
  return {
    words: locale === 'en' ? en : zhCN,
    say: (text, data = {}) => formatPattern(text, data, locale),
  };
}

/** The DOM id of what stands at a record pointer. */
export function domId(prefix: string, pointer: string): string {
  return `${prefix}${pointer.replaceAll('/', '-')}`;
}
