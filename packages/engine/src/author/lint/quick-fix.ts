import type { Json } from '../../issue/json.ts';

/** One operation of RFC 6902, "JavaScript Object Notation (JSON) Patch", 2013. */
export type PatchOperation =
  | { readonly op: 'add' | 'replace'; readonly path: string; readonly value: Json }
  | { readonly op: 'remove'; readonly path: string };

/** A cure a person can apply with one click, for `data.fix` of an issue: what it does in words, and the patch. */
export function quickFix(
  title: { readonly 'zh-CN': string; readonly en: string },
  ...patch: readonly PatchOperation[]
): Json {
  return { title, patch: patch.map((operation) => ({ ...operation })) };
}
