import type { Decision, Snapshot } from '@paidan/engine';
import { activeSteps, nextDueAt } from '@paidan/engine';
import type { Issue, Json, JsonObject } from '@paidan/engine/issue';
import type { Instant } from '@paidan/engine/time';
import type { Standing } from '../store/commit-input.ts';
import type { CommandResult, Decided } from './commit-command.ts';
import type { Answer, Version } from './host.ts';

/** A decision with what the commit, the lists and the caller need of it. */
export function decided(version: Version, decision: Decision, at: Instant): Decided {
  if (decision.kind === 'refused') {
    return { at, decision, answer: { kind: 'refused', issues: plain(decision.issues) } };
  }
  const { snapshot } = decision;
  const { workOrderId, seq } = snapshot;
  return {
    at: snapshot.at,
    decision,
    answer: { kind: 'done', workOrderId, seq },
    standing: standingOf(version, snapshot),
  };
}

/** What was told, whether this call decided it or an earlier one did. */
export function answerOf(result: CommandResult): Answer {
  switch (result.kind) {
    case 'committed':
      return asAnswer(result.decided.answer, false);
    case 'repeated':
      return asAnswer(result.former.answer, true);
    case 'reused':
      return { kind: 'command-id-reused' };
    case 'nothing':
      return { kind: 'unknown-work-order' };
  }
}

function standingOf({ compiled }: Version, snapshot: Snapshot): Standing {
  const steps = activeSteps(snapshot.configuration);
  const [top = ''] = steps;
  const stage = compiled.workflow.flow.steps[top]?.stage;
  const dueAt = nextDueAt(snapshot);
  return {
    steps,
    ...(stage === undefined ? {} : { stage }),
    ...(dueAt === undefined ? {} : { nextDueAt: dueAt }),
  };
}

/** The stored form of an answer; only `decided` writes it. */
type StoredAnswer =
  | { readonly kind: 'done'; readonly workOrderId: string; readonly seq: number }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] };

function asAnswer(stored: Json, replayed: boolean): Answer {
  const answer = stored as unknown as StoredAnswer;
  return { ...answer, replayed };
}

function plain(issues: readonly Issue[]): Json {
  return issues as unknown as readonly JsonObject[];
}
