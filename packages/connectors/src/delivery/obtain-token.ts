import type { Authentication } from '@paidan/engine/definition';
import { isJsonObject, type Json, readOwn, WorkflowFault, writePointer } from '@paidan/engine/issue';
import type { Outcome } from '@paidan/engine/mapping';
import { readyOperation } from '../contract/ready-operation.ts';
import type { Draft } from '../network/draft.ts';
import type { KeptToken } from '../network/token-store.ts';
import { buildRequest } from './build-request.ts';
import type { Call } from './call.ts';
import type { DeliveryPorts } from './delivery-ports.ts';
import { fillReferences } from './fill-references.ts';
import { readAnswer } from './read-answer.ts';
import { sendDraft } from './send-draft.ts';

export type TokenAuthentication = Extract<Authentication, { kind: 'token' | 'oauth2ClientCredentials' }>;

/** What asking for a token came to. An outcome is that of the question, so that the call counts as not sent. */
export type Obtained =
  | { readonly kind: 'token'; readonly token: string; readonly secrets: readonly string[] }
  | { readonly kind: 'none'; readonly outcome: Outcome };

/** The connection's token, fetched by its own operation or as OAuth 2 client credentials (RFC 6749, section 4.4). */
export async function obtainToken(
  call: Call,
  auth: TokenAuthentication,
  ports: DeliveryPorts,
  rejected?: string,
): Promise<Obtained> {
  const from =
    auth.kind === 'token' ? (auth.with ?? call.operation.connector.tokenFrom ?? {}) : clientOf(auth);
  const filled = await fillReferences(from, ports);
  if ('missing' in filled) return { kind: 'none', outcome: notConfigured(filled.missing) };
  const { values, secrets } = filled;
  const ask = () =>
    auth.kind === 'token' ? askOperation(call, auth, values, ports) : askForGrant(call, auth, values, ports);
  try {
    const key = `${call.operation.connectionId} ${call.baseUrl}`;
    const again = rejected === undefined ? {} : { rejected };
    const token = await ports.tokens.obtain({ key, at: ports.now(), fetchFresh: ask, ...again });
    return { kind: 'token', token, secrets: [...secrets, token] };
  } catch (error) {
    if (error instanceof NoToken) return { kind: 'none', outcome: error.outcome };
    throw error;
  }
}

/** A reference without a value: the call would be refused again until somebody enters it. */
export function notConfigured(name: string): Outcome {
  return { kind: 'refused', code: 'connection/not-configured', message: `${name} has no value` };
}

class NoToken extends WorkflowFault {
  readonly outcome: Outcome;

  constructor(outcome: Outcome) {
    super('connection/no-token', 'the system handed out no token', 'retry');
    this.outcome = outcome;
  }
}

type Values = { readonly [key: string]: string };

function clientOf(auth: Extract<Authentication, { kind: 'oauth2ClientCredentials' }>) {
  return { clientId: auth.clientId, clientSecret: auth.clientSecret };
}

async function askOperation(
  call: Call,
  auth: Extract<Authentication, { kind: 'token' }>,
  values: Values,
  ports: DeliveryPorts,
): Promise<KeptToken> {
  const operation = readyOperation(ports.connections, `${call.operation.connectionId}.${auth.ask}`);
  if (operation === undefined) throw new NoToken(notConfigured(auth.ask));
  const request = Object.entries(values).reduce<Json>(
    (made, [at, value]) => writePointer(made, at, value),
    {},
  );
  const built = buildRequest(operation, { ...call, request: isJsonObject(request) ? request : {} });
  if ('missing' in built) throw new NoToken(notConfigured(built.missing));
  const outcome = readAnswer(operation, await sendDraft(built.draft, operation, ports), ports.now());
  return keptFrom(outcome, ports.now(), { token: auth.token, expiresIn: auth.expiresIn });
}

async function askForGrant(
  call: Call,
  auth: Extract<Authentication, { kind: 'oauth2ClientCredentials' }>,
  values: Values,
  ports: DeliveryPorts,
): Promise<KeptToken> {
  const { operation } = call;
  const scope = auth.scope === undefined ? {} : { scope: auth.scope };
  const { clientId = '', clientSecret = '' } = values;
  const draft: Draft = {
    method: 'POST',
    url: `${call.baseUrl.replace(/\/$/, '')}${auth.tokenPath}`,
    headers: { Accept: 'application/json' },
    form: { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, ...scope },
  };
  const { outputFrom: _, absent: __, ...own } = operation;
  const granting = { ...own, succeeds: { '==': [{ var: 'status' }, 200] }, output: grantSchema };
  const outcome = readAnswer(granting, await sendDraft(draft, operation, ports), ports.now());
  return keptFrom(outcome, ports.now(), { token: 'output.access_token', expiresIn: 'output.expires_in' });
}

const grantSchema = {
  type: 'object',
  properties: { access_token: { type: 'string' }, expires_in: { type: 'number' } },
};

function keptFrom(
  outcome: Outcome,
  at: string,
  reads: { readonly token: string; readonly expiresIn: string },
): KeptToken {
  // A question that failed left nothing behind at the other side: the call itself has not been sent.
  if (outcome.kind === 'unknown') throw new NoToken({ kind: 'tryLater', reason: 'not-sent', waitMs: 0 });
  if (outcome.kind === 'refused') throw new NoToken({ kind: 'tryLater', reason: 'credential', waitMs: 0 });
  if (outcome.kind !== 'succeeded') throw new NoToken(outcome);
  const token = readDotted({ output: outcome.output }, reads.token);
  const expiresIn = Number(readDotted({ output: outcome.output }, reads.expiresIn));
  if (typeof token !== 'string' || !(expiresIn > 0))
    throw new NoToken({ kind: 'refused', code: 'answer/unrecognised', message: 'no token in the answer' });
  return { token, renewAt: new Date(Date.parse(at) + expiresIn * 800).toISOString() };
}

function readDotted(facts: Json, path: string): Json | undefined {
  return path.split('.').reduce<Json | undefined>(readOwn, facts);
}
