import { type Issue, issue } from '../issue/issue.ts';
import { pointerOf } from '../issue/json-pointer.ts';

const limitMb = 10;
const limitDepth = 200;

interface Frame {
  readonly value: unknown;
  readonly depth: number;
  readonly key: string;
  readonly parent?: Frame;
}

/**
 * What must be settled before anything walks a foreign value by recursion: that it is JSON, of bounded size (10 MB of
 * text, counted in UTF-16 units) and depth (200), and that no key of it is `__proto__`. Size and depth stop at the first.
 */
export function checkSize(json: unknown): readonly Issue[] {
  const issues: Issue[] = [];
  const open: Frame[] = [{ value: json, depth: 0, key: '' }];
  let size = 0;
  for (let frame = open.pop(); frame !== undefined; frame = open.pop()) {
    const { value, depth } = frame;
    if (depth > limitDepth) return [issue('definition/too-deep', pointerTo(frame), { limit: limitDepth })];
    size += typeof value === 'string' ? value.length + 2 : 4;
    if (isContainer(value)) {
      if (frame.key === '__proto__')
        issues.push(issue('definition/reserved-id', pointerTo(frame), { id: frame.key }));
      const keys = Object.keys(value);
      for (const key of keys.toReversed()) {
        size += Array.isArray(value) ? 1 : key.length + 3;
        open.push({
          value: (value as { readonly [key: string]: unknown })[key],
          depth: depth + 1,
          key,
          parent: frame,
        });
      }
    } else if (!isScalar(value)) {
      issues.push(issue('definition/not-json', pointerTo(frame), { found: typeof value }));
    }
    if (size > limitMb * 1024 * 1024) return [issue('definition/too-large', '', { limitMb })];
  }
  return issues;
}

function isContainer(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function isScalar(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return value === null || typeof value === 'string' || typeof value === 'boolean';
}

function pointerTo(frame: Frame): string {
  const keys: string[] = [];
  for (let at: Frame | undefined = frame; at?.parent !== undefined; at = at.parent) keys.push(at.key);
  return pointerOf(...keys.reverse());
}
