import Type from 'typebox';
import { AnyJson, type Body, Instant, IssueBody, JsonMap, pageOf, TextBody } from './envelope.ts';
import { VisibleRecordBody } from './visible.ts';

export const PersonBody = Type.Object({ id: Type.String(), name: Type.String() });

/** Work somebody has to do, as its candidates see it. */
export const TaskBody = Type.Object({
  id: Type.String(),
  kind: Type.Enum(['form', 'vote', 'proof', 'choose', 'ask']),
  workOrderId: Type.String(),
  number: Type.String(),
  workflow: Type.String(),
  stepId: Type.String(),
  stepTitle: TextBody,
  stage: Type.String(),
  form: Type.Optional(Type.String()),
  proof: Type.Optional(Type.String()),
  seat: Type.Optional(Type.String()),
  claimedBy: Type.Optional(PersonBody),
  openedAt: Instant,
  dueAt: Type.Optional(Instant),
  /** Whether the person who asks may work on it. */
  mine: Type.Boolean(),
});
export type TaskView = Body<typeof TaskBody>;

export const ClockBody = Type.Object({
  id: Type.String(),
  title: TextBody,
  state: Type.Enum(['waiting', 'running', 'paused', 'warned', 'breached', 'met', 'missed', 'none']),
  startedAt: Type.Optional(Instant),
  stoppedAt: Type.Optional(Instant),
  dueAt: Type.Optional(Instant),
  pauses: Type.Array(Type.Object({ reason: Type.String(), from: Instant, to: Type.Optional(Instant) })),
});

/** An effect with a chip: 待发送, 重试中, 结果未知, 已确认, 失败, 待补字段. */
export const ChipBody = Type.Object({
  id: Type.String(),
  title: TextBody,
  state: Type.Enum(['idle', 'sending', 'retrying', 'unknown', 'succeeded', 'refused', 'failed', 'held']),
  since: Type.Optional(Instant),
  attempt: Type.Optional(Type.Integer()),
  nextAt: Type.Optional(Instant),
});

export const OfferBody = Type.Object({
  id: Type.String(),
  stepId: Type.String(),
  token: Type.Integer(),
  assignee: PersonBody,
  state: Type.String(),
  leaseUntil: Instant,
  deliveredAt: Type.Optional(Instant),
  seenAt: Type.Optional(Instant),
  score: Type.Optional(Type.Integer()),
});

/** A row of a list. */
export const WorkOrderRow = Type.Object({
  id: Type.String(),
  number: Type.String(),
  workflow: Type.String(),
  seq: Type.Integer(),
  status: Type.Enum(['open', 'suspended', 'ended']),
  outcome: Type.Optional(Type.Enum(['done', 'failed', 'cancelled'])),
  stage: Type.String(),
  steps: Type.Array(Type.Object({ id: Type.String(), title: TextBody })),
  assignees: Type.Record(Type.String(), PersonBody),
  createdAt: Instant,
  updatedAt: Instant,
  /** The clock that runs out first. */
  clock: Type.Optional(ClockBody),
  overdue: Type.Boolean(),
  urges: Type.Integer(),
  record: VisibleRecordBody,
});
export type WorkOrderRowView = Body<typeof WorkOrderRow>;

/** One work order as this actor may see it; `hidden` and `masked` name what is withheld or shortened. */
export const WorkOrderBody = Type.Object({
  ...WorkOrderRow.properties,
  versionHash: Type.String(),
  hidden: Type.Array(Type.String()),
  masked: Type.Array(Type.String()),
  stages: Type.Array(
    Type.Object({
      stage: Type.String(),
      enteredAt: Type.Optional(Instant),
      leftAt: Type.Optional(Instant),
      current: Type.Boolean(),
    }),
  ),
  tasks: Type.Array(TaskBody),
  clocks: Type.Array(ClockBody),
  chips: Type.Array(ChipBody),
  offers: Type.Array(OfferBody),
  appointment: Type.Optional(
    Type.Object({
      plannedAt: Type.Optional(Instant),
      visitMs: Type.Optional(Type.Number()),
      expectedAt: Type.Optional(Instant),
    }),
  ),
  proofs: Type.Array(
    Type.Object({
      step: Type.String(),
      proof: Type.String(),
      form: Type.String(),
      given: Type.Boolean(),
      alternative: Type.Optional(Type.String()),
      alternatives: Type.Array(Type.Object({ id: Type.String(), form: Type.String(), open: Type.Boolean() })),
    }),
  ),
  linked: Type.Array(Type.Object({ id: Type.String(), number: Type.String(), link: Type.String() })),
});
export type WorkOrderView = Body<typeof WorkOrderBody>;

/** Start of a work order. The id is UUIDv5 of the command id, so that a repeat is the same start. */
export const StartBody = Type.Object(
  {
    workflow: Type.String(),
    values: JsonMap,
    edited: Type.Optional(Type.Array(Type.String())),
    acknowledged: Type.Optional(Type.Array(Type.String())),
    channel: Type.Optional(Type.Enum(['screen', 'api', 'chat', 'device', 'mail', 'import'])),
  },
  { additionalProperties: false },
);

/** The same without committing. */
export const CheckBody = Type.Object({ issues: Type.Array(IssueBody), evaluation: AnyJson });

/** One event of a person, as in the engine's event families; who sends it is known from the sign-in. */
export const EventBody = Type.Object(
  { kind: Type.String(), seq: Type.Optional(Type.Integer()) },
  { additionalProperties: true, description: 'kind and the fields of that kind' },
);

/** Why something is or is not possible, with where the document says so. */
export const BecauseBody = Type.Object({
  kind: Type.Enum(['sender', 'same-person', 'other-person', 'holder', 'right', 'condition']),
  pointer: Type.String(),
  holds: Type.Boolean(),
  sentence: TextBody,
});

/** What to send, without what only the person can add; `because` holds every reason, those that fail too. */
export const OfferedEventBody = Type.Object({
  event: Type.Object({
    kind: Type.String(),
    step: Type.Optional(Type.String()),
    event: Type.Optional(Type.String()),
    task: Type.Optional(Type.String()),
    form: Type.Optional(Type.String()),
    proof: Type.Optional(Type.String()),
    alternative: Type.Optional(Type.String()),
    seat: Type.Optional(Type.String()),
    returnTo: Type.Optional(Type.Array(Type.String())),
    offer: Type.Optional(Type.String()),
    token: Type.Optional(Type.Integer()),
  }),
  title: TextBody,
  available: Type.Boolean(),
  because: Type.Array(BecauseBody),
});

export const JournalRow = Type.Object({
  seq: Type.Integer(),
  at: Instant,
  actor: PersonBody,
  event: JsonMap,
  entries: Type.Array(JsonMap),
  hash: Type.String(),
});

/** Journal entries as sentences in the asker's language, grouped by decision. */
export const TimelineItem = Type.Object({
  seq: Type.Integer(),
  at: Instant,
  actor: PersonBody,
  group: Type.Enum(['flow', 'fields', 'messages', 'outside', 'system']),
  sentence: TextBody,
  details: Type.Array(Type.Object({ kind: Type.String(), sentence: TextBody, entry: JsonMap })),
});
export type TimelineView = Body<typeof TimelineItem>;

export const WorkOrderPage = pageOf(WorkOrderRow);
export const TaskPage = pageOf(TaskBody);
