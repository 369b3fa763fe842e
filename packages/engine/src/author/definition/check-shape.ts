import type { TSchema } from 'typebox';
import type { Issue } from '../../issue/issue.ts';
import { readShape } from './read-shape.ts';

/**
 * Every place where a document departs from a shape, in document order: `definition/schema`, `definition/missing-key`,
 * `definition/unknown-key`, `definition/unresolved-ref`, each at the pointer of the smallest wrong part.
 */
export function checkShape(shape: TSchema, json: unknown, pointer = ''): readonly Issue[] {
  return readShape(shape, json, pointer).issues;
}
