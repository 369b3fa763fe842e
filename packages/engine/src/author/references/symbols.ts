import type { Json } from '../../issue/json.ts';
import { readPointer } from '../../issue/json-pointer.ts';
import type { Catalog } from '../definition/catalog-port.ts';
import { builtInEvents } from '../definition/outcomes.ts';
import type { ReferenceKind } from '../definition/shape.ts';
import { heardAt } from './heard.ts';
import { moments } from './moments.ts';
import { operationsOf, siblingOperations } from './operations.ts';
import { objectAt, scopeOf, stepPointerOf, stepsOf } from './steps-of.ts';

/** Every id that may stand at a place; `undefined` where only the host can know. */
export type Candidates = (
  document: Json,
  pointer: string,
  catalog: Catalog | undefined,
) => readonly string[] | undefined;

/** Channels the product itself has: the desk's notices and the customer's page. */
const builtInChannels = ['desk', 'page'];

const keysAt = (place: string) => (document: Json) => Object.keys(objectAt(document, place));

function keysInStep(map: string): Candidates {
  return (document, pointer) => Object.keys(objectAt(document, `${stepPointerOf(pointer) ?? ''}/${map}`));
}

function startCandidates(document: Json, pointer: string): readonly string[] {
  const steps = pointer === '/flow/start' ? '/flow/steps' : pointer.replace(/\/start$/, '/steps');
  return Object.keys(objectAt(document, steps));
}

function channels(document: Json): readonly string[] {
  const connections = Object.values(objectAt(document, '/connections'));
  const named = connections.map((connection) => readPointer(connection, '/channel'));
  return [...builtInChannels, ...named.filter((channel) => typeof channel === 'string')];
}

/** What the ids of each kind of reference are looked up in. */
export const candidatesByKind: { readonly [kind in ReferenceKind]: Candidates } = {
  step: (document) => stepsOf(document).map(({ id }) => id),
  target: (document, pointer) => Object.keys(objectAt(document, scopeOf(pointer))),
  start: startCandidates,
  transition: keysInStep('transitions'),
  seat: keysInStep('seats'),
  effect: keysAt('/flow/effects'),
  role: keysAt('/roles'),
  form: keysAt('/forms'),
  policy: keysAt('/routing'),
  operation: operationsOf,
  'sibling-operation': siblingOperations,
  mapping: keysAt('/mappings'),
  calendar: keysAt('/calendars'),
  connection: keysAt('/connections'),
  receiver: (document) => [...channels(document), ...Object.keys(objectAt(document, '/connections'))],
  channel: channels,
  event: keysAt('/flow/events'),
  'accepted-event': (document) => [...builtInEvents, ...Object.keys(objectAt(document, '/flow/events'))],
  listener: keysAt('/listeners'),
  heard: heardAt,
  moment: moments,
  knowledge: keysAt('/knowledge'),
};
