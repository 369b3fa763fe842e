import type { Issue } from './issue.ts';
import { fillPattern, type Locale } from './text.ts';

/** The issue as one sentence in a language. */
export function formatIssue(found: Issue, locale: Locale): string {
  return fillPattern(found.message[locale], found.data, locale);
}
