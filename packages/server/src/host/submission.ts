import type { Actor, LookupAnswer, Snapshot, Submission } from '@paidan/engine';
import type { JsonObject } from '@paidan/engine/issue';
import { type CompiledForm, compileForm, formOf } from '@paidan/forms';
import type { EventWithoutEnvelope, Version } from './host.ts';
import { type AskOperation, runLookups } from './lookups/run-lookups.ts';

type Answers = Omit<Submission, 'form' | 'lookups'>;

/** Who does not say where the answers come from is a program. */
const unsaid = 'api';

export interface SubmissionPlace {
  readonly form: string;
  readonly stage: string;
}

export interface Submitting {
  readonly version: Version;
  readonly place: SubmissionPlace;
  readonly answers: Answers;
  readonly actor: Actor;
  readonly at: string;
  readonly ask: AskOperation;
  /** Absent before the work order exists. */
  readonly snapshot?: Snapshot;
}

/** The answers with what the server itself has looked up for them. */
export async function withLookups(submitting: Submitting): Promise<Submission> {
  const { place, answers } = submitting;
  const form = formIn(submitting.version, place.form);
  const lookups = form === undefined ? {} : await askAll(form, submitting);
  return { ...answers, channel: answers.channel ?? unsaid, form: place.form, lookups };
}

/** A form of a version, compiled; the engine's own copy judges, this one asks. */
export function formIn({ compiled }: Version, formId: string): CompiledForm | undefined {
  const known = compiledForms.get(compiled) ?? new Map<string, CompiledForm | undefined>();
  compiledForms.set(compiled, known);
  if (!known.has(formId))
    known.set(formId, cutAndCompile(compiled.workflow as unknown as JsonObject, formId));
  return known.get(formId);
}

const compiledForms = new WeakMap<object, Map<string, CompiledForm | undefined>>();

function cutAndCompile(workflow: JsonObject, formId: string): CompiledForm | undefined {
  const cut = formOf(workflow, formId);
  return cut && compileForm(cut).value;
}

/** Which form a submission answers, and in which stage: that of a step, of a proof or of a side task. */
export function placeOf(
  { compiled }: Version,
  event: Extract<EventWithoutEnvelope, { kind: 'submit' }>,
): SubmissionPlace | undefined {
  const { flow } = compiled.workflow;
  const effect = flow.effects?.[event.step];
  if (effect?.kind === 'ask') return { form: effect.form, stage: effect.stage };
  const step = stepsOf(flow).get(event.step);
  if (step?.kind === 'form') return { form: step.form, stage: step.stage };
  if (step?.kind !== 'gate' || event.proof === undefined) return undefined;
  const proof = step.proofs[event.proof];
  const given = event.alternative === undefined ? proof : proof?.otherwise?.[event.alternative];
  return given && { form: given.form, stage: step.stage };
}

type Flow = Version['compiled']['workflow']['flow'];
type AnyStep = Flow['steps'][string];

function stepsOf({ steps }: Flow): ReadonlyMap<string, AnyStep> {
  const inBranches = Object.values(steps).flatMap((step) =>
    step.kind === 'parallel'
      ? Object.values(step.branches).flatMap((branch) => Object.entries(branch.steps))
      : [],
  );
  return new Map<string, AnyStep>([...Object.entries(steps), ...inBranches]);
}

function askAll(
  form: CompiledForm,
  submitting: Submitting,
): Promise<{ readonly [id: string]: LookupAnswer }> {
  const { version, place, answers, actor, at, ask, snapshot } = submitting;
  const { timeZone } = version.compiled.workflow;
  return runLookups({
    form,
    ask,
    values: answers.values,
    context: {
      ...{ stage: place.stage, at, timeZone, actor, channel: answers.channel ?? unsaid },
      base: snapshot?.record ?? {},
      edited: answers.edited ?? [],
      acknowledged: answers.acknowledged ?? [],
      workOrder: snapshot === undefined ? {} : { id: snapshot.workOrderId, number: snapshot.number },
    },
  });
}
