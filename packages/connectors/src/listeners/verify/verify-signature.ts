import type { SignatureScheme } from '@paidan/engine/definition';
import { verifyAesEvent } from './aes-event.ts';
import { verifyFeishu } from './feishu.ts';
import type { Pushed, Verified } from './pushed.ts';
import { verifySha256Header } from './sha256-header.ts';
import { verifyStandard } from './standard.ts';

/**
 * Whether a push comes from who holds one of the keys, checked on the raw body in constant time, at most five minutes
 * old. Several keys are valid while one is rotated. Keys of `dingtalk` and `wecom` are `token:aesKey:receiver`.
 */
export function verifySignature(
  scheme: SignatureScheme,
  pushed: Pushed,
  options: { readonly keys: readonly string[]; readonly at: string },
): Verified {
  const answers = options.keys.map((key) => verifiers[scheme](pushed, key, options.at));
  return (
    answers.find((answer) => answer.kind === 'verified') ??
    answers[0] ?? { kind: 'refused', reason: 'signature' }
  );
}

const verifiers: {
  readonly [Scheme in SignatureScheme]: (pushed: Pushed, key: string, at: string) => Verified;
} = {
  standard: verifyStandard,
  sha256: verifySha256Header,
  dingtalk: verifyAesEvent,
  wecom: verifyAesEvent,
  feishu: verifyFeishu,
};
