import type { Json, JsonObject } from '@paidan/engine/issue';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/;

/** A calendar day that exists: 30 February does not. Proleptic Gregorian, as RFC 3339 has it. */
export function isDate(text: string): boolean {
  const parts = DATE.exec(text);
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** An instant in UTC, written with `Z`, so that the order of texts is the order of times. */
export function isInstant(text: string): boolean {
  const parts = INSTANT.exec(text);
  return parts !== null && isDate(parts[1] ?? '');
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Length in code points, as JSON Schema counts. */
export function codePoints(text: string): number {
  let count = text.length;
  for (let index = 0; index < text.length - 1; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0xd800 || unit > 0xdbff) continue;
    const next = text.charCodeAt(index + 1);
    if (next >= 0xdc00 && next <= 0xdfff) {
      count--;
      index++;
    }
  }
  return count;
}

export function holdsText(schema: JsonObject): (text: string) => boolean {
  const tests = textTests(schema).map(([, test]) => test);
  const [only] = tests;
  if (only === undefined) return () => true;
  return tests.length === 1 ? only : (text) => tests.every((test) => test(text));
}

/** The keywords a text breaks; the pattern is not tried on a text beyond its limit, whatever it costs. */
export function findText(text: string, schema: JsonObject): readonly string[] {
  const broken: string[] = [];
  for (const [keyword, test] of textTests(schema)) {
    if (test(text)) continue;
    broken.push(keyword);
    if (keyword === 'maxLength') break;
  }
  return broken;
}

type Test<Value> = readonly [keyword: string, test: (value: Value) => boolean];

function textTests(schema: JsonObject): readonly Test<string>[] {
  const { minLength, maxLength, pattern, format } = schema;
  const tests: Test<string>[] = [];
  if (typeof maxLength === 'number') {
    tests.push(['maxLength', (text) => text.length <= maxLength || codePoints(text) <= maxLength]);
  }
  if (typeof minLength === 'number') tests.push(['minLength', (text) => codePoints(text) >= minLength]);
  if (typeof pattern === 'string') {
    const expression = new RegExp(pattern, 'u');
    tests.push(['pattern', (text) => expression.test(text)]);
  }
  if (format === 'date') tests.push(['format', isDate]);
  if (format === 'date-time') tests.push(['format', isInstant]);
  return tests;
}

export function holdsNumber(schema: JsonObject): (value: number) => boolean {
  const tests = numberTests(schema).map(([, test]) => test);
  if (tests.length === 0) return () => true;
  return (value) => tests.every((test) => test(value));
}

export function findNumber(value: Json, schema: JsonObject): readonly string[] {
  if (typeof value !== 'number') return [];
  return numberTests(schema)
    .filter(([, test]) => !test(value))
    .map(([keyword]) => keyword);
}

function numberTests(schema: JsonObject): readonly Test<number>[] {
  const { minimum, maximum, multipleOf } = schema;
  const tests: Test<number>[] = [];
  if (typeof minimum === 'number') tests.push(['minimum', (value) => value >= minimum]);
  if (typeof maximum === 'number') tests.push(['maximum', (value) => value <= maximum]);
  if (typeof multipleOf === 'number')
    tests.push(['multipleOf', (value) => Number.isInteger(value / multipleOf)]);
  return tests;
}
