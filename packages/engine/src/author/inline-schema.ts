import { type Issue, issue } from '../issue/issue.ts';
import { isJsonObject, type Json } from '../issue/json.ts';
import { pointerOf, readPointer } from '../issue/json-pointer.ts';
import { joinPath } from './join-path.ts';

interface Inlining {
  readonly read: (path: string) => Json | undefined;
  readonly issues: Issue[];
  /** The file the value stands in; `''` is the document itself. */
  readonly file: string;
  readonly pointer: string;
  readonly chain?: readonly string[];
}

/**
 * A value with every JSON Schema `$ref` into another file replaced by what stands there, and what that refers to in turn.
 * A `$ref` within the document itself (`#/…`) is left to the schema it belongs to.
 */
export function inlineSchema(inlining: Inlining, value: Json): Json {
  if (Array.isArray(value)) {
    return value.map((entry, index) => inlineSchema(within(inlining, index), entry));
  }
  if (!isJsonObject(value)) return value;
  const ref = value['$ref'];
  if (typeof ref === 'string' && (inlining.file !== '' || /^\.{1,2}\//.test(ref))) {
    return inlineReference(inlining, ref) ?? value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, inlineSchema(within(inlining, key), part)]),
  );
}

function inlineReference(inlining: Inlining, ref: string): Json | undefined {
  const [path = '', fragment = ''] = ref.split('#');
  const file = path === '' ? inlining.file : joinPath(inlining.file, path);
  const target = `${file}#${fragment}`;
  const chain = [...(inlining.chain ?? []), target];
  if (inlining.chain?.includes(target) === true) {
    inlining.issues.push(issue('definition/circular-ref', inlining.pointer, { chain: chain.join(' → ') }));
    return undefined;
  }
  const content = readPointer(inlining.read(file), fragment);
  if (content === undefined) {
    inlining.issues.push(issue('definition/missing-file', inlining.pointer, { path: target }));
    return undefined;
  }
  return inlineSchema({ ...inlining, file, chain }, content);
}

/** Inside another file the pointer stays at the reference that led there. */
function within(inlining: Inlining, key: string | number): Inlining {
  return inlining.file === '' ? { ...inlining, pointer: inlining.pointer + pointerOf(key) } : inlining;
}
