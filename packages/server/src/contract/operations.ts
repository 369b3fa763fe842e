import Type from 'typebox';
import { AnyJson, Instant, IssueBody, JsonMap, TextBody } from './envelope.ts';

export const DeliveryRow = Type.Object({
  id: Type.String(),
  workOrderId: Type.String(),
  number: Type.String(),
  name: Type.String(),
  operation: Type.String(),
  mode: Type.String(),
  state: Type.String(),
  attempt: Type.Integer(),
  nextAt: Type.Optional(Instant),
  code: Type.Optional(Type.String()),
  request: AnyJson,
});

export const IncidentRow = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  code: Type.String(),
  state: Type.Enum(['open', 'settled']),
  firstAt: Instant,
  lastAt: Instant,
  count: Type.Integer(),
  workOrders: Type.Array(Type.Object({ id: Type.String(), number: Type.String() })),
  detail: JsonMap,
});

export const SettleBody = Type.Object(
  { act: Type.Enum(['retry', 'succeeded', 'skip']), reason: Type.String({ minLength: 1 }) },
  { additionalProperties: false },
);

/** A lookup for a form in progress: answered by the host, cut to what the asker's role reads. */
export const LookupBody = Type.Object(
  { workflow: Type.String(), form: Type.String(), lookup: Type.String(), params: JsonMap },
  { additionalProperties: false },
);
export const LookupAnswerBody = Type.Object({
  status: Type.Enum(['done', 'absent', 'deferred']),
  result: Type.Optional(AnyJson),
  hash: Type.String(),
});

/** A draft of a workflow and its findings; saved with `If-Match`. */
export const DraftBody = Type.Object({
  id: Type.String(),
  workflow: JsonMap,
  etag: Type.String(),
  basedOn: Type.Optional(Type.String()),
  updatedAt: Instant,
});
export const FindingsBody = Type.Object({ issues: Type.Array(IssueBody) });
export const PublishBody = Type.Object(
  { hash: Type.Optional(Type.String()), note: Type.Optional(Type.String()) },
  { additionalProperties: false },
);

/** A measure with its sample size and 95 % interval; `value` is absent while the sample is too small. */
export const MeasureBody = Type.Object({
  id: Type.String(),
  title: TextBody,
  unit: Type.Enum(['ms', 'share', 'count']),
  value: Type.Optional(Type.Number()),
  n: Type.Integer(),
  interval: Type.Optional(Type.Tuple([Type.Number(), Type.Number()])),
  definition: TextBody,
});
