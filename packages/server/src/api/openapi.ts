import type { TSchema } from 'typebox';
import { ProblemBody } from '../contract/envelope.ts';
import { eventBodies } from '../contract/events.ts';
import { type Route, routes } from '../contract/routes.ts';
import { streams } from '../contract/streams.ts';
import { isWrite } from './call.ts';

type Part = { readonly [key: string]: unknown };

/** The OpenAPI 3.1 document of everything under `/api`, from the same table that answers. */
export function openApiDocument(): Part {
  const paths: { [path: string]: { [method: string]: Part } } = {};
  for (const [id, route] of Object.entries(routes)) {
    paths[route.path] = { ...paths[route.path], [route.method]: operationOf(id, route) };
  }
  for (const [id, { method, path, summary }] of Object.entries(streams)) {
    const operation = { operationId: id, summary, parameters: pathParameters(path), responses: answers({}) };
    paths[path] = { ...paths[path], [method]: operation };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Paidan', version: '0.1.0' },
    servers: [{ url: '/api' }],
    paths,
    components: { schemas: { Problem: ProblemBody, ...eventSchemas() } },
  };
}

function operationOf(id: string, route: Route): Part {
  const { summary, body, answer, path, who } = route;
  const write = isWrite(route);
  return {
    operationId: id,
    summary,
    'x-who': who,
    parameters: [
      ...pathParameters(path),
      ...(route.query ?? []).map((name) => ({ name, in: 'query', schema: { type: 'string' } })),
      ...(write ? [commandIdParameter] : []),
    ],
    ...(write && body !== undefined ? { requestBody: { required: true, content: jsonOf(body) } } : {}),
    responses: answers(
      answer === undefined ? {} : { content: jsonOf(answer) },
      answer === undefined ? '204' : '200',
    ),
  };
}

const commandIdParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  schema: { type: 'string', format: 'uuid' },
};

function pathParameters(path: string): readonly Part[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    ...{ name, in: 'path', required: true },
    schema: { type: 'string' },
  }));
}

function answers(done: Part, status = '200'): Part {
  const problem = { $ref: '#/components/schemas/Problem' };
  return {
    [status]: { description: 'done', ...done },
    default: {
      description: 'RFC 9457 problem',
      content: { 'application/problem+json': { schema: problem } },
    },
  };
}

function jsonOf(schema: TSchema): Part {
  return { 'application/json': { schema } };
}

function eventSchemas(): Part {
  return Object.fromEntries(Object.entries(eventBodies).map(([kind, schema]) => [`Event.${kind}`, schema]));
}
