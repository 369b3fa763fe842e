import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { WorkflowFault } from '@paidan/engine/issue';
import type { KeyRing } from './key-ring.ts';

/** What a secret belongs to; a sealed value moved to another place does not open. */
export interface SecretPlace {
  readonly tenant: string;
  readonly name: string;
  readonly version: number;
}

export interface SealedSecret {
  readonly keyId: string;
  readonly wrappedKey: string;
  readonly sealed: string;
  /** The last four characters, so that people can tell values apart; empty for a short one. */
  readonly lastFour: string;
}

const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;
const longEnough = 12;

/** Seals a value under a key of its own, which the master key wraps: AES-256-GCM, NIST SP 800-38D. */
export function sealSecret(ring: KeyRing, place: SecretPlace, value: string): SealedSecret {
  const key = randomBytes(32);
  return {
    keyId: ring.current.id,
    wrappedKey: seal(ring.current.key, place, key),
    sealed: seal(key, place, Buffer.from(value, 'utf8')),
    lastFour: value.length < longEnough ? '' : value.slice(-4),
  };
}

/** The value. Throws `vault/wrong-key` when its master key is not at hand or anything was altered. */
export function openSecret(
  ring: KeyRing,
  place: SecretPlace,
  secret: Omit<SealedSecret, 'lastFour'>,
): string {
  const master = ring.find(secret.keyId);
  if (master === undefined) throw wrongKey(place);
  try {
    return open(open(master.key, place, secret.wrappedKey), place, secret.sealed).toString('utf8');
  } catch (cause) {
    throw wrongKey(place, cause);
  }
}

function seal(key: Buffer, place: SecretPlace, value: Buffer): string {
  const iv = randomBytes(ivBytes);
  const sealing = createCipheriv(cipher, key, iv, { authTagLength: tagBytes }).setAAD(placeBytes(place));
  const body = Buffer.concat([sealing.update(value), sealing.final()]);
  return Buffer.concat([iv, sealing.getAuthTag(), body]).toString('base64url');
}

function open(key: Buffer, place: SecretPlace, text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  const tag = bytes.subarray(ivBytes, ivBytes + tagBytes);
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
  opening.setAAD(placeBytes(place)).setAuthTag(tag);
  return Buffer.concat([opening.update(bytes.subarray(ivBytes + tagBytes)), opening.final()]);
}

function placeBytes({ tenant, name, version }: SecretPlace): Buffer {
  return Buffer.from(JSON.stringify([tenant, name, version]), 'utf8');
}

function wrongKey({ name }: SecretPlace, cause?: unknown): WorkflowFault {
  return new WorkflowFault(
    'vault/wrong-key',
    `密钥与数据不符，无法打开「${name}」。请设置写入时使用的 PAIDAN_SECRET_KEY。\n` +
      `The master key does not fit ${name}. Set the PAIDAN_SECRET_KEY it was written with.`,
    'wait-for-person',
    cause === undefined ? {} : { cause },
  );
}
