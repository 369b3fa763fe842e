import type { Mapping } from '../../author/definition/mapping.ts';
import type { Turn } from '../turn.ts';
import { askEffect } from './ask-effect.ts';
import { withEntry } from './map-entries.ts';
import { mapFacts } from './map-facts.ts';

/** A call to ask for: by a call step (`stepId`), or beside the flow. */
export interface CallToAsk {
  readonly name: string;
  readonly pointer: string;
  readonly operation: string;
  readonly mapping: string | Mapping | undefined;
  readonly stepId?: string;
}

/**
 * Asks for a call with its mapping applied. A field the mapping waits for holds the call back, `held`, until the record
 * has it; one that must not be missing is `failed` at once, with nothing sent.
 */
export function askCall(turn: Turn, call: CallToAsk): 'asked' | 'held' | 'failed' {
  const { name, operation, mapping, stepId } = call;
  const mapped = mapFacts(turn, mapping);
  if (mapped.failed !== undefined) {
    setState(turn, name, 'failed', '', `mapping${mapped.failed}`);
    return 'failed';
  }
  if (mapped.waits) {
    setState(turn, name, 'held', '');
    return 'held';
  }
  const id = askEffect(turn, (id) => ({
    id,
    kind: 'call',
    name,
    operation,
    request: mapped.request,
    orderKey: `${turn.workOrderId}/${operation.split('.')[0] ?? ''}`,
    ...(stepId === undefined ? {} : { stepId }),
  }));
  turn.pending = withEntry(turn.pending, id, {
    name,
    kind: 'call',
    ...(stepId === undefined ? {} : { stepId }),
  });
  setState(turn, name, 'sending', id);
  turn.entries.push({ kind: 'effect-asked', effect: id, name, pointer: call.pointer });
  return 'asked';
}

function setState(
  turn: Turn,
  name: string,
  state: 'sending' | 'held' | 'failed',
  id: string,
  code?: string,
): void {
  turn.effects = withEntry(turn.effects, name, {
    id,
    state,
    since: turn.at,
    ...(code === undefined ? {} : { code }),
  });
}
