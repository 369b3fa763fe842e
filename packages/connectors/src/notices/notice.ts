import type { Json, Locale, MessagePattern } from '@paidan/engine/issue';

/** Somebody a notice is for. `userId` is the person's id in the system that carries it. */
export interface Reader {
  readonly name: string;
  readonly userId?: string;
  readonly mobile?: string;
}

/** A notice before any system's form: pattern and values apart, so that a value can never become markup. */
export interface Notice {
  readonly title: string;
  readonly text: MessagePattern;
  readonly parameters: { readonly [name: string]: Json };
  readonly locale: Locale;
  readonly readers: readonly Reader[];
}
