import type { Issue } from '@paidan/engine/issue';
import { type MouseEvent, useEffect, useRef } from 'react';
import { useWords } from './form-scope.tsx';

export interface IssueSummaryProps {
  readonly issues: readonly Issue[];
  /** Grows with each attempt to send; the first link takes the focus then. */
  readonly attempt: number;
  onGo(pointer: string): void;
}

/** What still stops the form, each a link to its place. */
export function IssueSummary({ issues, attempt, onGo }: IssueSummaryProps) {
  const { words, say } = useWords();
  const first = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (attempt > 0) first.current?.focus();
  }, [attempt]);
  if (issues.length === 0) return null;
  const go = (event: MouseEvent, pointer: string) => {
    event.preventDefault();
    onGo(pointer);
  };
  return (
    <section className="pd-card pd-summary" role="alert">
      <strong>{say(words.issuesTitle, { n: issues.length })}</strong>
      <ul>
        {issues.map((found, index) => (
          <li key={`${found.code} ${found.pointer}`}>
            <a
              ref={index === 0 ? first : null}
              href={`#${found.pointer}`}
              onClick={(event) => go(event, found.pointer)}
            >
              {say(found.message, found.data)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
