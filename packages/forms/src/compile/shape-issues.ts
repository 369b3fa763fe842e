import { type Issue, issue, type Json, type JsonObject, readPointer, segmentsOf } from '@paidan/engine/issue';
import { interpretSchema, type Violation } from './interpret-schema.ts';

/** What a definition gets wrong against the format's own shape, every finding at once. */
export function shapeIssues(shape: JsonObject, json: Json | undefined, at: string): readonly Issue[] {
  if (json === undefined) return [issue('definition/schema', at, { expected: 'object', found: 'undefined' })];
  const violations = interpretSchema(shape).violations(json);
  return violations.map((violation) => shapeIssue(violation, json, at));
}

function shapeIssue({ keyword, pointer, schema }: Violation, json: Json, at: string): Issue {
  if (keyword === 'additionalProperties') {
    const key = segmentsOf(pointer).at(-1) ?? '';
    const known = schema['properties'];
    const names = typeof known === 'object' && known !== null ? Object.keys(known) : [];
    return issue('definition/unknown-key', at + pointer, { key, nearest: nearest(key, names) });
  }
  const found = readPointer(json, pointer);
  const expected = keyword === 'required' ? 'required' : JSON.stringify(schema[keyword] ?? keyword);
  return issue('definition/schema', at + pointer, {
    expected,
    found: found === undefined ? '—' : say(found),
  });
}

function say(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** The known name with the longest common beginning; an author's slip is mostly at the end of a word. */
export function nearest(name: string, known: readonly string[]): string {
  const score = (other: string): number => {
    let length = 0;
    while (length < name.length && name[length]?.toLowerCase() === other[length]?.toLowerCase()) length++;
    return length;
  };
  return known.toSorted((one, other) => score(other) - score(one))[0] ?? '';
}
