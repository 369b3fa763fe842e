import type { Authentication } from '@paidan/engine/definition';
import type { Outcome } from '@paidan/engine/mapping';
import { type Draft, withHeader, withQuery } from '../network/draft.ts';
import { type FilledAuthentication, signRequest } from '../network/sign/sign-request.ts';
import { buildRequest } from './build-request.ts';
import type { Call } from './call.ts';
import type { DeliveryPorts } from './delivery-ports.ts';
import { fillReferences } from './fill-references.ts';
import { maskSecrets } from './mask.ts';
import { notConfigured, obtainToken, type TokenAuthentication } from './obtain-token.ts';
import { readAnswer } from './read-answer.ts';
import { sendDraft } from './send-draft.ts';

/**
 * One call under its limits, proved and classified. A token that the other side rejects is renewed once and the call sent
 * once more, because a rejected call did nothing. No secret survives in the outcome's message.
 */
export async function attempt(call: Call, ports: DeliveryPorts): Promise<Outcome> {
  const built = buildRequest(call.operation, call);
  if ('missing' in built)
    return { kind: 'refused', code: 'request/incomplete', message: `${built.missing} has no value` };
  const auth: Authentication = call.operation.connection.auth ?? { kind: 'none' };
  if (auth.kind !== 'token' && auth.kind !== 'oauth2ClientCredentials')
    return plainly(call, built.draft, auth, ports);
  const first = await withToken(call, built.draft, auth, ports);
  if (first.token === undefined || !isCredential(first.outcome)) return first.outcome;
  return (await withToken(call, built.draft, auth, ports, first.token)).outcome;
}

type PlainAuthentication = Exclude<Authentication, TokenAuthentication>;

async function plainly(
  call: Call,
  draft: Draft,
  auth: PlainAuthentication,
  ports: DeliveryPorts,
): Promise<Outcome> {
  const filled = await fillReferences(auth, ports);
  if ('missing' in filled) return notConfigured(filled.missing);
  const signed = signRequest(draft, { ...auth, ...filled.values } as FilledAuthentication, ports.now());
  return send(call, signed, ports, filled.secrets);
}

interface Tried {
  readonly outcome: Outcome;
  readonly token?: string;
}

async function withToken(
  call: Call,
  draft: Draft,
  auth: TokenAuthentication,
  ports: DeliveryPorts,
  rejected?: string,
): Promise<Tried> {
  const obtained = await obtainToken(call, auth, ports, rejected);
  if (obtained.kind === 'none') return { outcome: obtained.outcome };
  const { token, secrets } = obtained;
  return { outcome: await send(call, carrying(draft, auth, token), ports, secrets), token };
}

function carrying(draft: Draft, auth: TokenAuthentication, token: string): Draft {
  if (auth.kind === 'oauth2ClientCredentials') return withHeader(draft, 'Authorization', `Bearer ${token}`);
  return (auth.put.in === 'header' ? withHeader : withQuery)(draft, auth.put.name, token);
}

async function send(
  call: Call,
  draft: Draft,
  ports: DeliveryPorts,
  secrets: readonly string[],
): Promise<Outcome> {
  const sentAt = ports.now();
  const outcome = readAnswer(call.operation, await sendDraft(draft, call.operation, ports), sentAt);
  return outcome.kind === 'refused'
    ? { ...outcome, message: maskSecrets(outcome.message, secrets) }
    : outcome;
}

/** 401 counts where the connection does not say how it rejects a credential. */
function isCredential(outcome: Outcome): boolean {
  return (
    (outcome.kind === 'tryLater' && outcome.reason === 'credential') ||
    (outcome.kind === 'refused' && outcome.code === 'http/401')
  );
}
