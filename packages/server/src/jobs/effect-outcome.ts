import type { Attempted, Raised } from '@paidan/connectors';
import type { EffectOutcome } from '@paidan/engine';

/** What the flow hears of an attempt: the outcome raised, with what the other side said. */
export function outcomeTold(attempted: Attempted, raised: Raised, attempt: number): EffectOutcome {
  if (attempted.kind === 'asked') {
    if (attempted.found.kind !== 'same')
      return { kind: raised, code: `found/${attempted.found.kind}`, attempt };
    return succeeded(attempted.found.outcome, attempt);
  }
  const { outcome } = attempted;
  switch (outcome.kind) {
    case 'succeeded':
      return succeeded(outcome, attempt);
    case 'refused':
      return { kind: raised, code: outcome.code, message: outcome.message, attempt };
    default:
      return { kind: raised, code: outcome.reason, attempt };
  }
}

type Succeeded = Extract<Extract<Attempted, { kind: 'sent' }>['outcome'], { kind: 'succeeded' }>;

function succeeded({ output, receipt }: Succeeded, attempt: number): EffectOutcome {
  return { kind: 'succeeded', output, attempt, ...(receipt === undefined ? {} : { receipt }) };
}
