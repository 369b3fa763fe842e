import { createDecipheriv, createHash } from 'node:crypto';
import { equalInConstantTime } from './equal-in-constant-time.ts';
import { isFresh, type Pushed, type Verified } from './pushed.ts';

/** Token, AES key (43 characters) and receiver (app key or corporation id) of a DingTalk or WeCom event address. */
export interface EventKey {
  readonly token: string;
  readonly aesKey: string;
  readonly receiver?: string;
}

/** The parts of a secret written `token:aesKey:receiver`; the receiver may be left out. */
export function readEventKey(secret: string): EventKey | undefined {
  const [token, aesKey, receiver] = secret.split(':');
  if (token === undefined || aesKey?.length !== 43) return undefined;
  return { token, aesKey, ...(receiver === undefined || receiver === '' ? {} : { receiver }) };
}

/**
 * Events pushed by DingTalk and WeCom: SHA-1 over token, timestamp, nonce and cipher text, sorted and joined; then
 * AES-256-CBC with the key's first 16 bytes as vector. The plain text names its receiver, which must be ours.
 */
export function verifyAesEvent(pushed: Pushed, secret: string, at: string): Verified {
  const key = readEventKey(secret);
  const cipher = readCipher(pushed.body);
  const { timestamp = '', nonce = '' } = pushed.query;
  const signature = pushed.query['msg_signature'] ?? pushed.query['signature'] ?? '';
  if (key === undefined || cipher === undefined) return { kind: 'refused', reason: 'unreadable' };
  if (!equalInConstantTime(eventSignature([key.token, timestamp, nonce, cipher]), signature))
    return { kind: 'refused', reason: 'signature' };
  if (!isFresh(timestamp, at)) return { kind: 'refused', reason: 'stale' };
  const plain = decrypt(cipher, key.aesKey);
  if (plain === undefined) return { kind: 'refused', reason: 'unreadable' };
  if (key.receiver !== undefined && plain.receiver !== key.receiver)
    return { kind: 'refused', reason: 'signature' };
  return { kind: 'verified', body: plain.message };
}

export function eventSignature(parts: readonly string[]): string {
  return createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');
}

/** DingTalk sends `{"encrypt": …}`, WeCom an XML document with one element of that name. */
function readCipher(body: string): string | undefined {
  const [, inXml] = /<Encrypt>(?:<!\[CDATA\[)?([A-Za-z0-9+/=]+)(?:\]\]>)?<\/Encrypt>/.exec(body) ?? [];
  if (inXml !== undefined) return inXml;
  const [, inJson] = /"encrypt"\s*:\s*"([A-Za-z0-9+/=]+)"/.exec(body) ?? [];
  return inJson;
}

function decrypt(
  cipher: string,
  aesKey: string,
): { readonly message: string; readonly receiver: string } | undefined {
  try {
    const key = Buffer.from(`${aesKey}=`, 'base64');
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    const padded = Buffer.concat([decipher.update(cipher, 'base64'), decipher.final()]);
    const plain = padded.subarray(0, padded.length - (padded.at(-1) ?? 0));
    const length = plain.readUInt32BE(16);
    const text = new TextDecoder('utf-8', { fatal: true });
    return {
      message: text.decode(plain.subarray(20, 20 + length)),
      receiver: text.decode(plain.subarray(20 + length)),
    };
  } catch {
    return undefined;
  }
}
