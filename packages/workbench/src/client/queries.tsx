import { WorkflowFault } from '@paidan/engine/issue';
import type { AnswerOf, OperationId, Problem } from '@paidan/server/contract';
import { type UseQueryResult, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useClient } from './client-context.tsx';
import type { Asked, Reply } from './http-client.ts';

type Question<Operation extends OperationId> = Pick<Asked<Operation>, 'params' | 'query'> & {
  readonly enabled?: boolean;
};

/** The server's state by key: operation, then what it was asked. Old answers stay on screen while fresh ones come. */
export function useAnswer<Operation extends OperationId>(
  operation: Operation,
  { params = {}, query = {}, enabled = true }: Question<Operation> = {},
): UseQueryResult<AnswerOf<Operation>, WorkflowFault> {
  const { http } = useClient();
  return useQuery<AnswerOf<Operation>, WorkflowFault>({
    queryKey: [operation, params, query],
    queryFn: async ({ signal }) => answerIn(await http.call(operation, { params, query, signal })),
    enabled,
    placeholderData: (before) => before,
  });
}

/** The same question about several things; an answer that has not come yet is `undefined`. */
export function useAnswers<Operation extends OperationId>(
  operation: Operation,
  questions: readonly Pick<Asked<Operation>, 'params'>[],
): readonly (AnswerOf<Operation> | undefined)[] {
  const { http } = useClient();
  return useQueries({
    queries: questions.map(({ params = {} }) => ({
      queryKey: [operation, params, {}],
      queryFn: async ({ signal }: { signal: AbortSignal }) =>
        answerIn(await http.call(operation, { params, query: {}, signal })),
    })),
    combine: answersOf,
  });
}

function answersOf<Value>(results: readonly { readonly data: Value | undefined }[]) {
  return results.map(({ data }) => data);
}

export interface Sending<Operation extends OperationId> {
  readonly send: (asked?: Asked<Operation>) => Promise<Reply<AnswerOf<Operation>>>;
  readonly isSending: boolean;
  /** Why the last act was refused; gone with the next one. */
  readonly problem: Problem | undefined;
  readonly forget: () => void;
}

/** One act at a time. Everything on screen is asked again afterwards, because an act can move anything. */
export function useSend<Operation extends OperationId>(operation: Operation): Sending<Operation> {
  const { http } = useClient();
  const queries = useQueryClient();
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const send = useCallback(
    async (asked: Asked<Operation> = {}) => {
      setSending(true);
      setProblem(undefined);
      const reply = await http.call(operation, asked);
      if (reply.kind !== 'done') setProblem(reply.problem);
      setSending(false);
      await queries.invalidateQueries();
      return reply;
    },
    [http, operation, queries],
  );
  return { send, isSending, problem, forget: useCallback(() => setProblem(undefined), []) };
}

/** The problem a question failed with, if it was one of ours. */
export function problemOf(fault: WorkflowFault | null): Problem | undefined {
  const cause = fault?.cause;
  return isProblem(cause) ? cause : undefined;
}

function answerIn<Value>(reply: Reply<Value>): Value {
  if (reply.kind === 'done') return reply.value;
  const { problem } = reply;
  throw new WorkflowFault(problem.code, problem.detail, remedyOf(problem), { cause: problem });
}

function remedyOf({ remedy }: Problem): WorkflowFault['remedy'] {
  return remedy;
}

function isProblem(cause: unknown): cause is Problem {
  return typeof cause === 'object' && cause !== null && 'code' in cause && 'remedy' in cause;
}
