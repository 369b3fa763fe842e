import { isJsonObject, type Json } from '../issue/json.ts';
import { WorkflowFault } from '../issue/workflow-fault.ts';

/**
 * The one text of a JSON value: keys in order of their UTF-16 code units, no white space, numbers and strings as
 * ECMAScript prints them. RFC 8785, "JSON Canonicalization Scheme", 2020.
 *
 * Properties that are `undefined` are left out, as in JSON. Throws `canonical/not-json` for what JSON cannot hold:
 * a number that is not finite, half of a surrogate pair, a function.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (isJsonObject(value)) return canonicalObject(value);
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value === 'boolean' || value === null) return String(value);
  throw notJson(String(value));
}

function canonicalObject(object: { readonly [key: string]: Json | undefined }): string {
  const members: string[] = [];
  for (const key of Object.keys(object).sort()) {
    const value = object[key];
    if (value !== undefined) members.push(`${canonicalString(key)}:${canonicalJson(value)}`);
  }
  return `{${members.join(',')}}`;
}

function canonicalString(text: string): string {
  if (!text.isWellFormed()) throw notJson(text);
  return JSON.stringify(text);
}

function notJson(found: string): WorkflowFault {
  return new WorkflowFault('canonical/not-json', `JSON cannot hold ${JSON.stringify(found)}`, 'give-up');
}
