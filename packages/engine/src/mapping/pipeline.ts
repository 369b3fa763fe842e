import { asJson } from '../expression/coercion.ts';
import type { Facts } from '../expression/expression.ts';
import { isJsonObject, type Json } from '../issue/json.ts';
import { WorkflowFault } from '../issue/workflow-fault.ts';
import { mappingFunction } from './function-catalog.ts';
import { absent, type Converted, converted } from './functions/mapping-function.ts';

/** One function of a pipeline with its argument; without one it is written as its bare name. */
export interface Stage {
  readonly name: string;
  readonly argument: Json;
}

/** What became of a value on its way: after each function until the end, or until one could not go on. */
export interface Piped {
  readonly end: Converted;
  /** The last function tried and what it was given, for the sentence about a failure. */
  readonly at: { readonly name: string; readonly given: Json };
  readonly steps: readonly { readonly function: string; readonly value: Json }[];
}

/** The function a stage of a pipeline names, `undefined` for anything that is no stage. */
export function stageOf(written: Json): Stage | undefined {
  if (typeof written === 'string') return { name: written, argument: null };
  if (!isJsonObject(written)) return undefined;
  const [name, ...others] = Object.keys(written);
  return name === undefined || others.length > 0 ? undefined : { name, argument: written[name] ?? null };
}

/** Runs a checked pipeline; a function that gives nothing back ends it as absent. */
export function runPipeline(value: Json, via: readonly Json[], facts: Facts): Piped {
  const steps: { function: string; value: Json }[] = [];
  let current = value;
  let at = { name: '', given: value };
  for (const written of via) {
    const stage = requireStage(written);
    at = { name: stage.name, given: current };
    const end = runStage(current, stage, facts);
    if (end.kind !== 'value') return { end, at, steps };
    current = asJson(end.value);
    steps.push({ function: stage.name, value: current });
  }
  return { end: converted(current), at, steps };
}

function runStage(value: Json, { name, argument }: Stage, facts: Facts): Converted {
  // A value that is absent has nothing to convert, but these supply one.
  if (value === null && name !== 'coalesce' && name !== 'constant') return absent;
  if (name === 'each') return eachOf(value, argument, facts);
  const convert = mappingFunction(name);
  if (convert === undefined) throw unchecked(`There is no function "${name}"`);
  return convert(value, argument, facts);
}

/** Runs a pipeline per element; elements that come out absent are left out, one that cannot be converted stops it. */
function eachOf(list: Json, via: Json, facts: Facts): Converted {
  if (!Array.isArray(list) || !Array.isArray(via))
    return { kind: 'wrong', expected: 'a list, and a pipeline' };
  const values: Json[] = [];
  for (const item of list) {
    const { end } = runPipeline(item, via, facts);
    if (end.kind === 'wrong') return end;
    if (end.kind === 'value') values.push(end.value);
  }
  return converted(values);
}

function requireStage(written: Json): Stage {
  const stage = stageOf(written);
  if (stage === undefined) throw unchecked('A stage of a pipeline is a name, or an object with one');
  return stage;
}

function unchecked(message: string): WorkflowFault {
  return new WorkflowFault('mapping/unchecked', `${message}; check the mapping first`, 'give-up');
}
