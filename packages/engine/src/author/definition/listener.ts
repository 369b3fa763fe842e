import Type from 'typebox';
import { ExpressionShape, SetShape } from './condition.ts';
import { MappingShape } from './mapping.ts';
import { DottedRead, OperationName, SecretReference } from './reference.ts';
import { ID_PATTERN, NAME_PATTERN, refersTo, type Shape, strictObject } from './shape.ts';
import { TextShape } from './text.ts';

const Ms = Type.Integer({ minimum: 0 });

/** The schemes by which a push can prove where it comes from. */
export const signatureSchemes = ['standard', 'sha256', 'dingtalk', 'wecom', 'feishu'] as const;
export type SignatureScheme = (typeof signatureSchemes)[number];

/** A signed push to `/hooks/<path>`; `item` reads the changed thing in `body`. Several keys are valid while one is rotated. */
const Webhook = strictObject({
  path: Type.String({ pattern: '^[a-z0-9][a-z0-9-]*$' }),
  signature: Type.Enum([...signatureSchemes]),
  key: Type.Union([SecretReference, Type.Array(SecretReference, { minItems: 1 })]),
  item: DottedRead,
});

/** Pages of changes, read from the cursor's instant minus `overlapMs` up to now minus `lagMs`. */
const Poll = strictObject({
  operation: refersTo('sibling-operation', NAME_PATTERN),
  everyMs: Type.Integer({ minimum: 1000 }),
  items: Type.Optional(DottedRead),
  cursor: Type.Optional(Type.Tuple([DottedRead, DottedRead])),
  overlapMs: Type.Optional(Ms),
  lagMs: Type.Optional(Ms),
  pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
});

/** A watched field: its values are compared after typing, so that one instant in two spellings is no change. */
export const WatchShape = strictObject({
  type: Type.Enum(['text', 'number', 'yesNo', 'date', 'dateTime']),
  read: Type.Optional(Type.String({ minLength: 1 })),
  zone: Type.Optional(Type.String({ minLength: 1 })),
  on: Type.Array(Type.Enum(['set', 'changed', 'cleared']), { minItems: 1 }),
});
export type Watch = Shape<typeof WatchShape>;

/** Asks for every work order still waiting at a step, so that a lost push heals. */
const Reconcile = strictObject({
  everyMs: Ms,
  waitingAt: refersTo('step'),
  operation: OperationName,
  with: SetShape,
});

/**
 * Which change outside becomes which event here. `key` and `version` identify the thing and its state, `read` names an
 * operation whose answer counts in place of the push, `matches` finds the work order, `sends` is an event or events by
 * condition over `item` and `output`. `firstSight: "record"`: a first value older than the switching-on is only noted.
 */
export const ListenerShape = strictObject({
  title: Type.Optional(TextShape),
  connection: refersTo('connection'),
  by: strictObject({ webhook: Type.Optional(Webhook), poll: Type.Optional(Poll) }),
  key: DottedRead,
  version: Type.Optional(DottedRead),
  watch: Type.Optional(Type.Record(DottedRead, WatchShape)),
  firstSight: Type.Optional(Type.Enum(['record', 'fire'])),
  read: Type.Optional(refersTo('sibling-operation', NAME_PATTERN)),
  matches: Type.Record(DottedRead, DottedRead),
  none: Type.Optional(Type.Enum(['hold', 'ignore', 'issue'])),
  several: Type.Optional(Type.Enum(['issue', 'all'])),
  sends: Type.Union([
    refersTo('event'),
    Type.Record(Type.String({ pattern: ID_PATTERN }), ExpressionShape, { 'x-key-refers': 'event' }),
  ]),
  payload: Type.Optional(MappingShape),
  reconcile: Type.Optional(Reconcile),
});
export type Listener = Shape<typeof ListenerShape>;
