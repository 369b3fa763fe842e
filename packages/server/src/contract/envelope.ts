import type { Json, JsonObject } from '@paidan/engine/issue';
import Type, { type Static, type TSchema } from 'typebox';

/** The type of a body; the same schema checks requests, answers and makes the OpenAPI document. */
export type Body<Schema extends TSchema> = Static<Schema>;

export const Instant = Type.String({ format: 'date-time', description: 'UTC, with milliseconds' });
export const AnyJson = Type.Unsafe<Json>({ description: 'any JSON' });
export const JsonMap = Type.Unsafe<JsonObject>(Type.Object({}, { additionalProperties: true }));
export const TextBody = Type.Union([Type.String(), Type.Record(Type.String(), Type.String())]);

/** A finding, its sentences in both languages. */
export const IssueBody = Type.Object({
  code: Type.String(),
  severity: Type.Enum(['error', 'warning', 'info']),
  pointer: Type.String(),
  message: Type.Object({ 'zh-CN': Type.String(), en: Type.String() }),
  data: JsonMap,
});

/** RFC 9457. `remedy` says what the caller can do, `reference` finds the line in the log. */
export const ProblemBody = Type.Object({
  type: Type.String(),
  code: Type.String(),
  status: Type.Integer(),
  title: Type.String(),
  detail: Type.String(),
  instance: Type.String(),
  remedy: Type.Enum(['retry', 'wait-for-person', 'give-up']),
  reference: Type.String(),
  issues: Type.Array(IssueBody),
});
export type Problem = Body<typeof ProblemBody>;

/** A page of a list; `next` is opaque and absent on the last page. */
export function pageOf<Item extends TSchema>(item: Item) {
  return Type.Object({
    items: Type.Array(item),
    next: Type.Optional(Type.String()),
    count: Type.Object({ value: Type.Integer(), exact: Type.Boolean() }),
  });
}
