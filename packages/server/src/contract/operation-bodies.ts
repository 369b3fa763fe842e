import type { TSchema } from 'typebox';
import type { Body } from './envelope.ts';
import type { OperationId, routes } from './routes.ts';

/** What an operation answers; nothing where its route names no answer. */
export type AnswerOf<Operation extends OperationId> = (typeof routes)[Operation] extends {
  readonly answer: infer Schema extends TSchema;
}
  ? Body<Schema>
  : undefined;

/** What an operation is sent; nothing where its route names no body. */
export type BodyOf<Operation extends OperationId> = (typeof routes)[Operation] extends {
  readonly body: infer Schema extends TSchema;
}
  ? Body<Schema>
  : undefined;
