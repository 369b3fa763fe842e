import { issue } from '../../../../issue/issue.ts';
import { isJsonObject, type Json } from '../../../../issue/json.ts';
import { pointerOf } from '../../../../issue/json-pointer.ts';
import { lintRule } from '../../rule.ts';

/** How keys of well-known systems look: private keys, cloud and model keys, bearer tokens, robots' tokens and signing keys. */
const secrets: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b(?:sk|pk|rk)[-_](?:live|test|proj)[-_][A-Za-z0-9]{8,}/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bLTAI[0-9A-Za-z]{12,}\b/,
  /\bBearer [A-Za-z0-9._~+/-]{16,}/,
  /\bSEC[0-9a-f]{64}\b/,
  /[?&](?:access_token|key|secret|token|password)=[A-Za-z0-9-]{16,}/,
  /:\/\/[^/\s:@]+:[^/\s:@]+@/,
];

/** A secret belongs into the installation's store; the document is versioned, exported and read by many. */
export const secretInText = lintRule('definition/secret-in-text', (workflow) =>
  textsIn(workflow as unknown as Json, '')
    .filter(({ text }) => secrets.some((secret) => secret.test(text)))
    .map(({ pointer }) => issue('definition/secret-in-text', pointer)),
);

function textsIn(
  value: Json,
  pointer: string,
): readonly { readonly pointer: string; readonly text: string }[] {
  if (typeof value === 'string') return [{ pointer, text: value }];
  if (Array.isArray(value))
    return value.flatMap((entry, index) => textsIn(entry, pointer + pointerOf(index)));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => textsIn(part, pointer + pointerOf(key)));
}
