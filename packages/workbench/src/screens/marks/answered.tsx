import type { WorkflowFault } from '@paidan/engine/issue';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemOf } from '../../client/queries.tsx';
import { Failed, ProblemNote, Waiting } from './states.tsx';

interface AnsweredProps<Value> {
  readonly of: UseQueryResult<Value, WorkflowFault>;
  readonly rows?: number;
  readonly children: (value: Value) => ReactNode;
}

/** A question's answer, or that it is under way, or why there is none. An old answer stays when a fresh one fails. */
export function Answered<Value>({ of, rows = 6, children }: AnsweredProps<Value>) {
  const problem = problemOf(of.error);
  if (of.data !== undefined)
    return (
      <>
        {problem !== undefined && <ProblemNote problem={problem} />}
        {children(of.data)}
      </>
    );
  if (of.isPending && of.error === null) return <Waiting rows={rows} />;
  return <Failed problem={problem} onRetry={() => void of.refetch()} />;
}
