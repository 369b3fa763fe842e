import Type from 'typebox';
import type { JsonObject } from '../../issue/json.ts';
import { AppointmentShape } from './appointment.ts';
import { CalendarShape } from './calendar.ts';
import { ClockShape } from './clock.ts';
import { ConnectionShape } from './connection.ts';
import { type Flow, FlowShape } from './flow.ts';
import { type FormFile, FormFileShape } from './form.ts';
import { KnowledgeShape } from './knowledge.ts';
import { ListenerShape } from './listener.ts';
import { MappingShape } from './mapping.ts';
import { PolicyShape } from './policy.ts';
import { RecordSchemaShape } from './record-schema.ts';
import { ReportShape } from './report.ts';
import { RoleShape } from './role.ts';
import { Id, mapOf, Pointer, type Shape, strictObject } from './shape.ts';
import { TextShape } from './text.ts';

/** A form as it stands in a bundled document; `writes` is the record pointer below which its answers land. */
const FormUseShape = strictObject({ writes: Pointer, form: FormFileShape });

/**
 * The whole workflow document with every reference inlined: what `parseWorkflow` returns and what a version freezes.
 * Maps are keyed by stable ids, so that a pointer stays true after an insertion.
 */
export const WorkflowShape = strictObject({
  $schema: Type.Optional(Type.String()),
  format: Type.Literal(1),
  id: Id,
  title: TextShape,
  locales: Type.Array(Type.String({ pattern: '^[a-z]{2}(-[A-Z]{2})?$' }), { minItems: 1 }),
  timeZone: Type.String({ minLength: 1 }),
  record: Type.Unsafe<JsonObject>(RecordSchemaShape),
  roles: mapOf(RoleShape),
  forms: Type.Optional(mapOf(FormUseShape)),
  flow: FlowShape,
  clocks: Type.Optional(mapOf(ClockShape)),
  calendars: Type.Optional(mapOf(CalendarShape)),
  routing: Type.Optional(mapOf(PolicyShape)),
  appointment: Type.Optional(AppointmentShape),
  connections: Type.Optional(mapOf(ConnectionShape)),
  mappings: Type.Optional(mapOf(MappingShape)),
  listeners: Type.Optional(mapOf(ListenerShape)),
  knowledge: Type.Optional(mapOf(KnowledgeShape)),
  reports: Type.Optional(mapOf(ReportShape)),
});

export interface Workflow extends Omit<Shape<typeof WorkflowShape>, 'flow' | 'forms'> {
  readonly forms?: { readonly [id: string]: { readonly writes: string; readonly form: FormFile } };
  readonly flow: Flow;
}
