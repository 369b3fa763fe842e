import type { TSchema } from 'typebox';
import { isJsonObject, type Json, type JsonObject } from '../issue/json.ts';
import { CalendarShape } from './definition/calendar.ts';
import { CheckShape } from './definition/check.ts';
import { ClockShape } from './definition/clock.ts';
import { ExpressionShape, SetShape } from './definition/condition.ts';
import { ConnectionShape } from './definition/connection.ts';
import { DeliveryShape, RetryShape } from './definition/delivery.ts';
import { DurationShape } from './definition/duration.ts';
import { EffectDefinitionShape } from './definition/effect.ts';
import { FieldShape } from './definition/field.ts';
import { FlowShape } from './definition/flow.ts';
import { FormFileShape } from './definition/form.ts';
import { ArticleShape, KnowledgeShape } from './definition/knowledge.ts';
import { ListenerShape } from './definition/listener.ts';
import { LookupShape } from './definition/lookup.ts';
import { MappingShape } from './definition/mapping.ts';
import { OperationShape } from './definition/operation.ts';
import { PolicyShape } from './definition/policy.ts';
import { RecogniserShape } from './definition/recogniser.ts';
import { RecordSchemaShape } from './definition/record-schema.ts';
import { ReportShape } from './definition/report.ts';
import { RoleShape } from './definition/role.ts';
import { SenderShape } from './definition/sender.ts';
import { Reference } from './definition/shape.ts';
import { StepShape } from './definition/step.ts';
import { TextShape } from './definition/text.ts';
import { TimerShape } from './definition/timer.ts';
import { TransitionShape } from './definition/transition.ts';
import { WorkflowShape } from './definition/workflow.ts';
import { WorkflowEventShape } from './definition/workflow-event.ts';

/** The parts that have a name of their own in the published schema, inner ones first. */
export const namedParts: { readonly [name: string]: TSchema } = {
  text: TextShape,
  expression: ExpressionShape,
  set: SetShape,
  duration: DurationShape,
  sender: SenderShape,
  reference: Reference,
  transition: TransitionShape,
  timer: TimerShape,
  mapping: MappingShape,
  step: StepShape,
  effect: EffectDefinitionShape,
  event: WorkflowEventShape,
  flow: FlowShape,
  role: RoleShape,
  clock: ClockShape,
  calendar: CalendarShape,
  delivery: DeliveryShape,
  retry: RetryShape,
  operation: OperationShape,
  connection: ConnectionShape,
  listener: ListenerShape,
  field: FieldShape,
  check: CheckShape,
  lookup: LookupShape,
  recogniser: RecogniserShape,
  form: FormFileShape,
  article: ArticleShape,
  knowledge: KnowledgeShape,
  policy: PolicyShape,
  report: ReportShape,
};

/**
 * The published JSON Schema (2020-12) of a workflow document as people write it: every part once under `$defs`, and a
 * `{ "ref": … }` allowed wherever `bundleWorkflow` would put a file's content.
 */
export function generateSchema(): JsonObject {
  const names = new Map<string, string>();
  for (const [name, part] of Object.entries(namedParts)) names.set(JSON.stringify(part), name);
  const recordSchema = recordSchemaPart();
  names.set(JSON.stringify(RecordSchemaShape), 'record-schema');
  const defs = Object.entries(namedParts).map(([name, part]) => [name, withNames(plain(part), names, name)]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Paidan workflow',
    ...withReferences(withNames(plain(WorkflowShape), names)),
    $defs: { 'record-schema': recordSchema, ...(Object.fromEntries(defs) as JsonObject) },
  };
}

function plain(shape: TSchema): Json {
  return JSON.parse(JSON.stringify(shape)) as Json;
}

/** A schema with every named part in it replaced by a reference to it; `self` is the part being written. */
function withNames(schema: Json, names: ReadonlyMap<string, string>, self?: string): JsonObject {
  const named = replaceNamed(schema, names, self);
  return isJsonObject(named) ? named : {};
}

function replaceNamed(value: Json, names: ReadonlyMap<string, string>, self?: string): Json {
  if (Array.isArray(value)) return value.map((entry) => replaceNamed(entry, names));
  if (!isJsonObject(value)) return value;
  const name = names.get(JSON.stringify(value));
  if (name !== undefined && name !== self) return { $ref: `#/$defs/${name}` };
  const parts = Object.entries(value).map(([key, part]) => [key, replaceNamed(part, names)] as const);
  return asDraft2020(Object.fromEntries(parts));
}

/** TypeBox writes a tuple as earlier drafts did. */
function asDraft2020(schema: JsonObject): JsonObject {
  const { items, additionalItems, ...rest } = schema;
  return Array.isArray(items) ? { ...rest, prefixItems: items, items: false } : schema;
}

/** The recursive schema of a record, its `$ref` to itself made one into this document. */
function recordSchemaPart(): Json {
  const text = JSON.stringify(RecordSchemaShape.$defs.RecordSchema);
  const { $id, ...schema } = JSON.parse(
    text.replaceAll('"$ref":"RecordSchema"', '"$ref":"#/$defs/record-schema"'),
  ) as JsonObject;
  return schema;
}

/** Which keys of a `{ ref, … }` stand beside the file, by the part of the document. */
const keysBesideRef: { readonly [part: string]: readonly string[] } = {
  forms: ['writes'],
  routing: [],
  knowledge: ['top', 'pin', 'minScore', 'weights', 'tagBoost'],
};

function withReferences(schema: JsonObject): JsonObject {
  const { properties } = schema;
  if (!isJsonObject(properties)) return schema;
  const parts = Object.entries(properties).map(([key, part]) => {
    if (key === 'record') return [key, { anyOf: [{ $ref: '#/$defs/reference' }, part] }];
    const beside = keysBesideRef[key];
    return [key, beside === undefined || !isJsonObject(part) ? part : mapOrReferences(part, beside)];
  });
  return { ...schema, properties: Object.fromEntries(parts) };
}

function mapOrReferences(map: JsonObject, beside: readonly string[]): JsonObject {
  const patterns = Object.entries(isJsonObject(map['patternProperties']) ? map['patternProperties'] : {});
  const patternProperties = patterns.map(([pattern, part]) => [
    pattern,
    { anyOf: [referenceWith(beside), part] },
  ]);
  return { ...map, patternProperties: Object.fromEntries(patternProperties) };
}

function referenceWith(beside: readonly string[]): JsonObject {
  const properties = Object.fromEntries([['ref', { type: 'string' }], ...beside.map((key) => [key, {}])]);
  const required = beside.includes('writes') ? ['ref', 'writes'] : ['ref'];
  return { type: 'object', additionalProperties: false, required, properties };
}
