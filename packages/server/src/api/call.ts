import type { Json, Locale } from '@paidan/engine/issue';
import type { Static, TSchema } from 'typebox';
import type { OperationId, Route, routes } from '../contract/routes.ts';
import type { Asker } from '../gate/actor.ts';
import type { CommandId, Person } from '../host/host.ts';
import type { ApiPorts } from './api-ports.ts';
import type { Refusal } from './problem.ts';

/** One request to one operation, checked: who asks, for what, with a body that fits. */
export interface Call<RequestBody = unknown> {
  readonly ports: ApiPorts;
  readonly asker: Asker;
  readonly params: { readonly [name: string]: string };
  readonly query: { readonly [name: string]: string };
  readonly body: RequestBody;
  readonly locale: Locale;
  readonly request: Request;
  readonly ifMatch?: string;
}

/** The same from somebody we know: a signed-in person or the holder of a link. */
export interface PersonCall<RequestBody = unknown> extends Call<RequestBody> {
  readonly person: Person;
  /** Set on writes: a repeat of it gives the stored answer. */
  readonly command: CommandId;
}

/** What the answer is made of; headers beside the usual ones are rare. */
export interface Done<AnswerBody> {
  readonly kind: 'done';
  readonly body: AnswerBody;
  readonly status?: 200 | 201;
  readonly headers?: { readonly [name: string]: string };
}

export type Reply<AnswerBody> = Done<AnswerBody> | Refusal;

export function done<AnswerBody>(body: AnswerBody, more: Omit<Done<AnswerBody>, 'kind' | 'body'> = {}) {
  return { kind: 'done', body, ...more } as const;
}

type Routes = typeof routes;
// Arrays of a body are written once; values of any JSON are left as they are.
type Frozen<Value> = [Json] extends [Value] ? Value : FrozenPart<Value>;
type FrozenPart<Value> = Value extends (infer Item)[]
  ? readonly Frozen<Item>[]
  : Value extends object
    ? string extends keyof Value
      ? Value
      : { readonly [Key in keyof Value]: Frozen<Value[Key]> }
    : Value;

export type BodyOf<Id extends OperationId> = Routes[Id] extends {
  readonly body: infer Schema extends TSchema;
}
  ? Static<Schema>
  : undefined;

export type AnswerOf<Id extends OperationId> = Routes[Id] extends {
  readonly answer: infer Schema extends TSchema;
}
  ? Frozen<Static<Schema>>
  : undefined;

type CallOf<Id extends OperationId> = Routes[Id]['who'] extends 'anybody'
  ? Call<BodyOf<Id>>
  : PersonCall<BodyOf<Id>>;

export type Operation<Id extends OperationId> = (call: CallOf<Id>) => Promise<Reply<AnswerOf<Id>>>;

/** One handler per operation of the table; a route without one does not compile. */
export type Handlers = { readonly [Id in OperationId]: Operation<Id> };

/** Whether an operation changes something, and so takes an `Idempotency-Key`. */
export function isWrite(route: Route): boolean {
  return route.method !== 'get';
}
