import { isJsonObject, type Json, type JsonObject } from '../../issue/json.ts';
import { pointerOf, readPointer } from '../../issue/json-pointer.ts';

/** A step as found in a document that may still be wrong elsewhere. */
export interface FoundStep {
  readonly id: string;
  readonly pointer: string;
  readonly step: JsonObject;
  /** The pointer of the map of steps it stands in: the flow's, or a branch's. */
  readonly scope: string;
}

/** All steps in document order, those of branches behind their parallel step. Reads wrong documents too. */
export function stepsOf(document: Json): readonly FoundStep[] {
  return stepsIn(document, '/flow/steps').flatMap((found) => [
    found,
    ...Object.keys(objectAt(found.step, '/branches')).flatMap((branch) =>
      stepsIn(document, `${found.pointer}${pointerOf('branches', branch, 'steps')}`),
    ),
  ]);
}

/** The map of steps a pointer's transitions and starts speak of. */
export function scopeOf(pointer: string): string {
  const branch = /^\/flow\/steps\/[^/]+\/branches\/[^/]+/.exec(pointer);
  return branch === null ? '/flow/steps' : `${branch[0]}/steps`;
}

/** The pointer of the step that something stands in; `undefined` outside of steps. */
export function stepPointerOf(pointer: string): string | undefined {
  const scope = scopeOf(pointer);
  if (!pointer.startsWith(`${scope}/`)) return undefined;
  const id = pointer.slice(scope.length + 1).split('/')[0];
  return `${scope}/${id}`;
}

/** The object at a pointer, or an empty one. */
export function objectAt(document: Json | undefined, pointer: string): JsonObject {
  const value = readPointer(document, pointer);
  return isJsonObject(value) ? value : {};
}

function stepsIn(document: Json, scope: string): readonly FoundStep[] {
  return Object.entries(objectAt(document, scope)).map(([id, step]) => ({
    id,
    pointer: scope + pointerOf(id),
    step: isJsonObject(step) ? step : {},
    scope,
  }));
}
