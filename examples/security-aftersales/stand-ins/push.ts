import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** One push to whoever listens; `undefined` when nobody could be reached. */
export async function push(
  url: string,
  body: string,
  headers: { readonly [name: string]: string },
): Promise<number | undefined> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json', ...headers },
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return undefined;
  }
}

/** Headers of Standard Webhooks for a body, `atMs` in milliseconds. */
export function standardHeaders(
  id: string,
  body: string,
  key: string,
  atMs: number,
): { readonly [name: string]: string } {
  const at = new Date(Math.floor(atMs / 1000) * 1000);
  return {
    'webhook-id': id,
    'webhook-timestamp': String(at.getTime() / 1000),
    'webhook-signature': new Webhook(key).sign(id, at, body),
  };
}

/** A DingTalk event: encrypted body, signature in the query. `secret` is `token:aesKey:receiver`. */
export function encryptedEvent(
  message: string,
  secret: string,
  atMs: number,
): { readonly query: string; readonly body: string } {
  const [token = '', aesKey = '', receiver = ''] = secret.split(':');
  const key = Buffer.from(`${aesKey}=`, 'base64');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(Buffer.byteLength(message));
  const plain = Buffer.concat([randomBytes(16), length, Buffer.from(message), Buffer.from(receiver)]);
  const padding = 32 - (plain.length % 32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([plain, Buffer.alloc(padding, padding)]);
  const encrypt = Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64');
  const timestamp = String(atMs);
  const nonce = randomBytes(6).toString('hex');
  const signature = createHash('sha1')
    .update([token, timestamp, nonce, encrypt].sort().join(''))
    .digest('hex');
  return {
    query: new URLSearchParams({ signature, timestamp, nonce }).toString(),
    body: JSON.stringify({ encrypt }),
  };
}
