import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a cursor is good for: this list, filtered and sorted so, and this person. */
export type CursorScope = readonly string[];

/** The place after the last row of a page: the sorted instant and the id. */
export interface Place {
  readonly at: string;
  readonly id: string;
}

const defaultLimit = 50;
const mostLimit = 200;

/** Rows of a page: 1 to 200, 50 when not asked for. */
export function limitOf(asked: string | undefined): number {
  const limit = Number(asked ?? defaultLimit);
  return Number.isInteger(limit) && limit > 0 ? Math.min(limit, mostLimit) : defaultLimit;
}

/** An opaque, signed cursor: nobody can make one, and one of another list or person is refused. */
export function writeCursor(secret: string, scope: CursorScope, { at, id }: Place): string {
  const text = Buffer.from(JSON.stringify([at, id])).toString('base64url');
  return `${text}.${signature(secret, scope, text).toString('base64url')}`;
}

export function readCursor(secret: string, scope: CursorScope, cursor: string): Place | undefined {
  const [text = '', sign = ''] = cursor.split('.');
  const given = Buffer.from(sign, 'base64url');
  const right = signature(secret, scope, text);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const [at, id]: readonly string[] = JSON.parse(Buffer.from(text, 'base64url').toString());
  return at === undefined || id === undefined ? undefined : { at, id };
}

function signature(secret: string, scope: CursorScope, text: string): Buffer {
  return createHmac('sha256', secret)
    .update(JSON.stringify(['cursor', ...scope, text]))
    .digest()
    .subarray(0, 12);
}
