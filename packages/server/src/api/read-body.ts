import { isJsonObject, type Json } from '@paidan/engine/issue';
import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { bodyLimitBytes, isTooDeep, nestingLimit } from '../gate/request-limits.ts';
import { type Refusal, refuse } from './problem.ts';

const compiled = new WeakMap<TSchema, Validator>();

/** The first place where a value departs from a schema, or `undefined` when it fits. */
export function misfit(schema: TSchema, value: unknown): { where: string; found: string } | undefined {
  let validator = compiled.get(schema);
  if (validator === undefined) {
    validator = Compile(schema);
    compiled.set(schema, validator);
  }
  if (validator.Check(value)) return undefined;
  // A key the contract does not know is named twice, the second time readably.
  const errors = validator.Errors(value).filter(({ keyword }) => keyword !== 'boolean');
  const [first] = errors;
  return { where: first?.instancePath || '/', found: `${first?.message ?? 'does not fit'}` };
}

export type ReadBody = { readonly kind: 'read'; readonly body: Json | undefined } | Refusal;

/** The JSON body of a request, checked for size, depth and shape. No body reads as an empty object where one is due. */
export async function readBody(request: Request, schema: TSchema | undefined): Promise<ReadBody> {
  const bytes = await readBytes(request, bodyLimitBytes);
  if (bytes === undefined) return refuse('upload/too-large', { limit: '1 MB' });
  if (schema === undefined) return { kind: 'read', body: undefined };
  if (bytes.length > 0 && !/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) {
    return refuse('upload/kind');
  }
  const text = new TextDecoder().decode(bytes);
  if (isTooDeep(text)) return refuse('request/too-deep', { limit: nestingLimit });
  const json = parse(text === '' ? '{}' : text);
  if (json === undefined || hasOddKey(json)) return refuse('request/not-json');
  const found = misfit(schema, json);
  return found === undefined ? { kind: 'read', body: json } : refuse('request/schema', found);
}

/** All bytes of a request, or `undefined` once they exceed the limit; what is too much is not read. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return undefined;
  if (request.body === null) return new Uint8Array();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body) {
    size += piece.length;
    if (size > limit) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// `__proto__` as an own key is harmless here and dangerous wherever somebody merges it later.
function hasOddKey(json: Json): boolean {
  if (Array.isArray(json)) return json.some(hasOddKey);
  if (!isJsonObject(json)) return false;
  return Object.entries(json).some(([key, value]) => key === '__proto__' || hasOddKey(value));
}
