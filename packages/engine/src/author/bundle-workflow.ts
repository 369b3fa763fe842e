import { type Checked, checked, type Issue, issue } from '../issue/issue.ts';
import { isJsonObject, type Json, type JsonObject } from '../issue/json.ts';
import { pointerOf } from '../issue/json-pointer.ts';
import { checkSize } from './check-size.ts';
import { inlineSchema } from './inline-schema.ts';
import { joinPath } from './join-path.ts';

/** What a file holds, read by the host; `undefined` when there is none. Paths are relative to the document, with `/`. */
export type ReadFile = (path: string) => Json | undefined;

interface Bundling {
  readonly read: ReadFile;
  readonly issues: Issue[];
}

/**
 * The document with every reference replaced by the content of its file: `record`, `forms.<id>`, `routing.<id>`,
 * `knowledge.<id>`, and relative `$ref`s of JSON Schemas anywhere else. Missing files and circles are issues at the
 * reference. Pure: `read` is the only way out.
 */
export function bundleWorkflow(document: Json, read: ReadFile): Checked<JsonObject> {
  const unreadable = checkSize(document);
  if (unreadable.length > 0) return { issues: unreadable };
  if (!isJsonObject(document)) {
    const expected = { 'zh-CN': '对象', en: 'an object' };
    return {
      issues: [
        issue('definition/schema', '', { expected, found: { 'zh-CN': '其他值', en: 'something else' } }),
      ],
    };
  }
  const bundling: Bundling = { read, issues: [] };
  const bundled = Object.fromEntries(
    Object.entries(document).map(([key, value]) => [key, inlinePart(bundling, key, value)]),
  );
  return checked(bundled, bundling.issues);
}

/** Where a file's content goes when it stands in place of `{ ref, … }`: instead of it, or at this key beside the rest. */
const contentKeys: { readonly [part: string]: string | undefined } = { forms: 'form', knowledge: 'articles' };
const mapsOfFiles: readonly string[] = ['forms', 'routing', 'knowledge'];

function inlinePart(bundling: Bundling, part: string, value: Json): Json {
  const pointer = pointerOf(part);
  if (part === 'record') return inlineFile(bundling, value, pointer);
  if (!mapsOfFiles.includes(part) || !isJsonObject(value)) {
    return inlineSchema({ ...bundling, file: '', pointer }, value);
  }
  return Object.fromEntries(
    Object.entries(value).map(([id, entry]) => [
      id,
      inlineFile(bundling, entry, pointer + pointerOf(id), contentKeys[part]),
    ]),
  );
}

function inlineFile(bundling: Bundling, value: Json, pointer: string, contentKey?: string): Json {
  if (!isJsonObject(value) || typeof value['ref'] !== 'string') return value;
  const { ref, ...rest } = value;
  const content = followFile(bundling, joinPath('', value['ref']), pointer, []);
  if (content === undefined) return value;
  return contentKey === undefined ? content : { ...rest, [contentKey]: content };
}

/** The content of a file; a file that is itself nothing but a reference is followed. */
function followFile(
  bundling: Bundling,
  path: string,
  pointer: string,
  behind: readonly string[],
): Json | undefined {
  const chain = [...behind, path];
  if (behind.includes(path)) {
    bundling.issues.push(issue('definition/circular-ref', pointer, { chain: chain.join(' → ') }));
    return undefined;
  }
  const content = bundling.read(path);
  if (content === undefined) {
    bundling.issues.push(issue('definition/missing-file', pointer, { path }));
    return undefined;
  }
  const unreadable = checkSize(content);
  if (unreadable.length > 0) {
    bundling.issues.push(...unreadable.map((found) => ({ ...found, pointer })));
    return undefined;
  }
  if (isJsonObject(content) && typeof content['ref'] === 'string' && Object.keys(content).length === 1) {
    return followFile(bundling, joinPath(path, content['ref']), pointer, chain);
  }
  return content;
}
