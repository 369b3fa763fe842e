import type { SecretReference, SettingReference } from '@paidan/engine/definition';
import type { DeliveryPorts } from './delivery-ports.ts';

/** What an object refers to, every reference replaced by its value, and the values that must never be seen. */
export interface Filled {
  readonly values: { readonly [key: string]: string };
  readonly secrets: readonly string[];
}

type Reference = SecretReference | SettingReference;

/** The values behind the references of one object, or the first name that has none. Plain texts stay as they are. */
export async function fillReferences(
  from: { readonly [key: string]: unknown },
  ports: Pick<DeliveryPorts, 'secret' | 'setting'>,
): Promise<Filled | { readonly missing: string }> {
  const values: { [key: string]: string } = {};
  const secrets: string[] = [];
  for (const [key, reference] of Object.entries(from)) {
    if (typeof reference === 'string') values[key] = reference;
    if (!isReference(reference)) continue;
    const isSecret = 'secret' in reference;
    const value = isSecret ? await ports.secret(reference.secret) : ports.setting(reference.setting);
    if (value === undefined) return { missing: isSecret ? reference.secret : reference.setting };
    values[key] = value;
    if (isSecret) secrets.push(value);
  }
  return { values, secrets };
}

function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && ('secret' in value || 'setting' in value);
}
