import { type CompiledWorkflow, workingsOf } from '../compile/compiled-workflow.ts';
import type { FormQuestion, LookupAnswer } from '../compile/forms-port.ts';
import type { Actor } from '../decide/actor.ts';
import type { Snapshot } from '../decide/snapshot.ts';
import type { JsonObject } from '../issue/json.ts';
import type { MemoryHost } from './memory-host.ts';
import { callOutside } from './outside.ts';
import { ownLookups } from './own-lookups.ts';

export interface Answering {
  readonly compiled: CompiledWorkflow;
  readonly snapshot?: Snapshot | undefined;
  readonly form: string;
  readonly stage: string;
  readonly actor: Actor;
  readonly values: JsonObject;
  readonly edited: readonly string[];
  readonly acknowledged: readonly string[];
  readonly channel: string;
}

/** Levels of lookups that feed each other; no form of the format needs more. */
const deepestLevel = 6;

/** Every lookup these answers call for, asked by the host level by level, as the server does. */
export function askLookups(host: MemoryHost, answering: Answering): { readonly [id: string]: LookupAnswer } {
  const { compiled, snapshot, form, ...input } = answering;
  const port = workingsOf(compiled).forms.get(form)?.port;
  const lookups: { [id: string]: LookupAnswer } = {};
  for (let level = 0; level < deepestLevel; level += 1) {
    const due = port?.due?.({
      ...input,
      record: snapshot?.record ?? {},
      at: host.at,
      timeZone: compiled.workflow.timeZone,
      lookups,
      workOrder: snapshot === undefined ? {} : { id: snapshot.workOrderId, number: snapshot.number },
    });
    if (due === undefined || due.length === 0) break;
    for (const question of due) {
      lookups[question.id] = { ...answer(host, answering, question), hash: question.hash };
    }
  }
  return lookups;
}

function answer(
  host: MemoryHost,
  { compiled, snapshot }: Answering,
  { connection, operation: name, params, hash }: FormQuestion,
): Omit<LookupAnswer, 'hash'> {
  const operation = `${connection}.${name}`;
  const own = ownLookups[operation];
  if (own !== undefined && host.scenario.outside?.[operation] === undefined) {
    return { status: 'done', result: own(host, { params, workOrderId: snapshot?.workOrderId }) };
  }
  const call = { id: hash, operation, request: params };
  const { outcome } = callOutside(host.outside, compiled.workflow, call, host.at);
  if (outcome.kind !== 'succeeded') return { status: 'deferred' };
  return outcome.absent === true ? { status: 'absent' } : { status: 'done', result: outcome.output };
}
