import Type from 'typebox';
import { AnyJson, type Body, Instant, JsonMap, TextBody } from './envelope.ts';
import { VisibleRecordBody } from './visible.ts';
import { PersonBody, WorkOrderRow } from './work-orders.ts';

/** Everything that waits at assign steps of one policy, and who could take it. */
export const PoolBody = Type.Object({
  id: Type.String(),
  title: TextBody,
  policyHash: Type.String(),
  refreshedAt: Type.Optional(Instant),
  nextRefreshAt: Type.Optional(Instant),
  waiting: Type.Array(
    Type.Object({
      ...WorkOrderRow.properties,
      step: Type.String(),
      rung: Type.Optional(Type.String()),
      offered: Type.Array(
        Type.Object({ id: Type.String(), assignee: PersonBody, state: Type.String(), leaseUntil: Instant }),
      ),
    }),
  ),
  people: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      loadOfDay: Type.Integer(),
      capacity: Type.Integer(),
      onShift: Type.Boolean(),
    }),
  ),
});
export type PoolView = Body<typeof PoolBody>;

/** Candidates in total order with parts that sum to the score, then those who fail, each with every reason (engine's Ranking). */
export const RankingBody = Type.Object({
  workOrderId: Type.String(),
  at: Instant,
  policy: JsonMap,
  /** Input for ranking again in the browser with other weights. */
  workOrder: Type.Object({
    id: Type.String(),
    record: VisibleRecordBody,
    facts: JsonMap,
  }),
  assignees: Type.Array(JsonMap),
  names: Type.Record(Type.String(), Type.String()),
  ranking: AnyJson,
});
export type RankingView = Body<typeof RankingBody>;

export const OverrideBody = Type.Object(
  {
    assignee: Type.String(),
    /** The assign step; the active one when absent. */
    step: Type.Optional(Type.String()),
    reason: Type.String(),
    note: Type.Optional(Type.String()),
    secondApprover: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
);

export const DeclineBody = Type.Object(
  { token: Type.Integer(), reason: Type.String() },
  { additionalProperties: false },
);
export const AcceptBody = Type.Object({ token: Type.Integer() }, { additionalProperties: false });

/** The engine's explanation of a decision: the present one, or a past one by its record. */
export const ExplanationBody = AnyJson;

export const PositionBody = Type.Object(
  { latitude: Type.Number(), longitude: Type.Number(), accuracyMetres: Type.Optional(Type.Number()) },
  { additionalProperties: false },
);
