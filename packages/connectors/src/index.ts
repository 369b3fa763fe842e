export type { Mapping, MappingLine, Outcome, Response } from '@paidan/engine/mapping';
export { applyMapping, classifyAnswer } from '@paidan/engine/mapping';
export type { Connector, NoticeFormat } from './contract/connector.ts';
export { connectorOf, connectors } from './contract/connector-catalog.ts';
export { defineConnector } from './contract/define-connector.ts';
export { type Connections, type ReadyOperation, readyOperation } from './contract/ready-operation.ts';
export { afterOutcome } from './delivery/after-outcome.ts';
export { type BreakerSettings, type Breakers, createBreakers } from './delivery/breaker.ts';
export { type Delivered, deliver } from './delivery/deliver.ts';
export type { DeliveryPorts, LocalOperation } from './delivery/delivery-ports.ts';
export type { Attempted, DeliveryState, Found, NextStep, Raised } from './delivery/delivery-state.ts';
export { queryBack } from './delivery/query-back.ts';
export { type Slot, takeSlot } from './delivery/rate-bucket.ts';
export { type RetryPlan, retryPlan } from './delivery/retry-plan.ts';
export { type Accepted, acceptPush } from './listeners/accept-push.ts';
export { type Cursor, type Poll, pageRequest, readPage } from './listeners/cursor.ts';
export {
  type Change,
  detectChange,
  type Ignored,
  type Known,
  type KnownField,
} from './listeners/field-change.ts';
export type { HeardEvent } from './listeners/heard-event.ts';
export { matchWorkOrder } from './listeners/match-work-order.ts';
export type { Pushed, Verified } from './listeners/verify/pushed.ts';
export { verifySignature } from './listeners/verify/verify-signature.ts';
export { parseReach, type ReachEntry } from './network/allow-list.ts';
export { openSafeFetch, type Resolve, type SafeFetch } from './network/safe-fetch.ts';
export type { Exchanged, SafeRequest } from './network/safe-request.ts';
export { createTokenStore, type KeptToken, type TokenStore } from './network/token-store.ts';
export { chooseConnection } from './notices/choose-connection.ts';
export { deliverNotice } from './notices/deliver-notice.ts';
export type { Notice, Reader } from './notices/notice.ts';
export { renderNotice } from './notices/render-notice.ts';
