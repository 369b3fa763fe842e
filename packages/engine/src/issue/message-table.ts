import type { MessagePattern, Severity } from './issue.ts';

/** One area's issues: `area/kebab-case` to default severity and sentences. Sentences say what was expected, what was found, what to do. */
export type MessageTable = {
  readonly [code: `${string}/${string}`]: MessagePattern & { readonly severity: Severity };
};
