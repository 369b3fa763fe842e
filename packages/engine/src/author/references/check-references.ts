import { type Issue, issue } from '../../issue/issue.ts';
import { isJsonObject, type Json } from '../../issue/json.ts';
import { pointerOf } from '../../issue/json-pointer.ts';
import type { Catalog } from '../definition/catalog-port.ts';
import { nearestWord } from '../definition/nearest-word.ts';
import type { NamedPlace } from '../definition/read-shape.ts';
import type { ReferenceKind } from '../definition/shape.ts';
import { heardById } from './heard.ts';
import { kindWords, type NamedKind } from './kind-words.ts';
import { objectAt, stepPointerOf, stepsOf } from './steps-of.ts';
import { candidatesByKind } from './symbols.ts';

/** Every name in the document that names nothing, with the nearest name that exists. */
export function checkReferences(
  document: Json,
  named: readonly NamedPlace[],
  catalog: Catalog | undefined,
): readonly Issue[] {
  const known = new Map<string, ReadonlySet<string> | undefined>();
  const issues: Issue[] = [];
  for (const { refers, pointer, id } of named) {
    const key = isPlaceless(refers) ? refers : `${refers} ${placeOf(refers, pointer)}`;
    const ids = known.has(key) ? known.get(key) : setOf(candidatesByKind[refers](document, pointer, catalog));
    known.set(key, ids);
    if (ids !== undefined && !ids.has(id)) issues.push(unknownTarget(pointer, refers, id, [...ids]));
  }
  return [...issues, ...checkUnnamedHearing(document)];
}

/** A transition without `on` is called after what it hears; one of a decide step hears nothing and may be called anything. */
function checkUnnamedHearing(document: Json): readonly Issue[] {
  const owners = stepsOf(document)
    .filter(({ step }) => step['kind'] !== 'decide')
    .map(({ pointer }) => `${pointer}/transitions`);
  return [...owners, '/flow/anywhere'].flatMap((owner) => {
    const ids = heardById(document, stepPointerOf(owner));
    return Object.entries(objectAt(document, owner)).flatMap(([id, transition]) => {
      if (!isJsonObject(transition) || Object.hasOwn(transition, 'on') || ids.includes(id)) return [];
      return [unknownTarget(owner + pointerOf(id), 'heard-by-id', id, ids)];
    });
  });
}

function unknownTarget(pointer: string, kind: NamedKind, id: string, ids: readonly string[]): Issue {
  const nearest = nearestWord(id, ids);
  const hint =
    nearest === ''
      ? { 'zh-CN': '，文档中尚未定义', en: '; the document defines none' }
      : { 'zh-CN': `，最接近的是「${nearest}」`, en: `; the nearest is "${nearest}"` };
  return issue('definition/unknown-target', pointer, { kind: kindWords[kind], id, nearest, hint });
}

/** Kinds whose names mean the same wherever they are written. */
function isPlaceless(kind: ReferenceKind): boolean {
  return !placed.has(kind);
}

const placed: ReadonlySet<ReferenceKind> = new Set([
  'target',
  'start',
  'transition',
  'seat',
  'heard',
  'operation',
  'sibling-operation',
]);

/** Names at one place share their candidates: computed once per step, or per reference for operations. */
function placeOf(kind: ReferenceKind, pointer: string): string {
  if (kind === 'operation' || kind === 'start' || kind === 'sibling-operation') return pointer;
  return stepPointerOf(pointer) ?? '';
}

function setOf(ids: readonly string[] | undefined): ReadonlySet<string> | undefined {
  return ids === undefined ? undefined : new Set(ids);
}
