import { type IssueCode, isJsonObject, type Json, type JsonObject, segmentsOf } from '@paidan/engine/issue';
import type { FieldPlan } from '../compile/form-plan.ts';
import type { Violation } from '../compile/interpret-schema.ts';
import type { FieldFinding } from './field-issue.ts';

const codes: { readonly [keyword: string]: IssueCode } = {
  required: 'form/required',
  type: 'form/wrong-type',
  minLength: 'form/too-short',
  maxLength: 'form/too-long',
  minimum: 'form/too-small',
  maximum: 'form/too-big',
  multipleOf: 'form/wrong-step',
  pattern: 'form/wrong-shape',
  enum: 'form/not-offered',
  const: 'form/not-offered',
  uniqueItems: 'form/repeated',
  minItems: 'form/too-few',
  maxItems: 'form/too-many',
  format: 'form/not-a-date',
  additionalProperties: 'form/unknown-field',
};

const types: { readonly [type: string]: JsonObject } = {
  string: { 'zh-CN': '文字', en: 'text' },
  number: { 'zh-CN': '数字', en: 'a number' },
  integer: { 'zh-CN': '整数', en: 'a whole number' },
  boolean: { 'zh-CN': '是或否', en: 'yes or no' },
  array: { 'zh-CN': '列表', en: 'a list' },
  object: { 'zh-CN': '一组内容', en: 'a group of values' },
};

/** What the schema refuses of a field's value, attributed to the row field at that place where there is one. */
export function schemaFindings(
  plan: FieldPlan,
  pointer: string,
  rows: readonly string[],
  value: Json,
): readonly FieldFinding[] {
  return (plan.schema?.violations(value, pointer) ?? []).flatMap((violation) => {
    const code = codes[violation.keyword];
    if (code === undefined) return [];
    const owner = ownerOf(plan, violation.pointer);
    return [
      {
        plan: owner.plan,
        rows: [...rows, ...owner.rows],
        pointer: violation.pointer,
        code,
        keyword: violation.keyword,
        data: dataOf(violation),
      },
    ];
  });
}

function ownerOf(plan: FieldPlan, pointer: string): { plan: FieldPlan; rows: readonly string[] } {
  const segments = segmentsOf(pointer);
  for (const row of plan.rowFields) {
    const isInside =
      segments.length >= row.segments.length &&
      row.segments.every((segment, index) => segment === '*' || segment === segments[index]);
    if (isInside) return { plan: row, rows: segments.filter((_, index) => row.segments[index] === '*') };
  }
  return { plan, rows: [] };
}

function dataOf({ keyword, schema, pointer }: Violation): JsonObject {
  const limit = schema[keyword];
  if (keyword === 'type') return { expected: types[String(limit)] ?? String(limit) };
  if (keyword === 'additionalProperties') return { name: segmentsOf(pointer).at(-1) ?? '' };
  if (typeof limit !== 'number') return {};
  return isJsonObject(schema) ? { limit } : {};
}
