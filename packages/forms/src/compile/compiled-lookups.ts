import type { Lookup } from '@paidan/engine/definition';
import { type Issue, issue, type Json, pointerOf, segmentsOf } from '@paidan/engine/issue';
import { overlaps, patternOf } from './dependency-index.ts';
import type { ConditionReader } from './field-conditions.ts';
import type { CutForm, FieldPlan, FillPlan, LookupPlan, ParamPlan } from './form-plan.ts';
import { interpretSchema } from './interpret-schema.ts';
import { schemaAt } from './record-slice.ts';

/** Lookups with their parameters and fills made ready, the one-time codes of `code` fields among them. */
export function planLookups(
  cut: CutForm,
  fields: readonly FieldPlan[],
  reader: ConditionReader,
  issues: Issue[],
): readonly LookupPlan[] {
  const written = Object.entries(cut.form.lookups ?? {});
  const codes = fields
    .filter(({ kind }) => kind.kind === 'code')
    .map((plan) => [plan.id, codeLookup(plan)] as const);
  return [...written, ...codes].map(([id, lookup]) =>
    planLookup({ id, lookup, cut, fields, reader, issues }),
  );
}

/** A one-time code is a lookup: was it confirmed for this number? Only the server can answer. */
function codeLookup({ field }: FieldPlan): Lookup {
  const sentTo = segmentsOf(field.options?.sentTo ?? '').join('.');
  return {
    connection: 'paidan',
    operation: 'confirmedCode',
    params: { sentTo: { var: `record.${sentTo}` } },
    mustRun: true,
    offline: 'block',
    fill: { [field.at ?? '']: { var: 'result.confirmedAt' } },
  };
}

interface LookupMaking {
  readonly id: string;
  readonly lookup: Lookup;
  readonly cut: CutForm;
  readonly fields: readonly FieldPlan[];
  readonly reader: ConditionReader;
  readonly issues: Issue[];
}

function planLookup(making: LookupMaking): LookupPlan {
  const { id, lookup, cut, fields, reader } = making;
  const here = pointerOf('form', 'lookups', id);
  const when = reader.read(lookup.when, `${here}/when`);
  const params = Object.entries(lookup.params).flatMap(([name, rule]): readonly ParamPlan[] => {
    const value = reader.read(rule, `${here}/params/${name}`);
    if (value === undefined) return [];
    const isOptional = lookup.optional?.includes(name) === true;
    return [{ name, value, isOptional, readsTime: reader.readsOf(value).includes('at') }];
  });
  const read = params.flatMap(({ value }) => reader.readsOf(value)).map(patternOf);
  const [first] = read.filter((pattern) => pattern !== undefined);
  return {
    id,
    lookup,
    params,
    sources: fields.filter(({ segments }) => read.some((pattern) => pattern && overlaps(pattern, segments))),
    ...(when === undefined ? {} : { when }),
    fill: planFill(making, lookup.fill, `${here}/fill`),
    otherwise: planFill(making, lookup.otherwise, `${here}/otherwise`),
    ...(lookup.checkAt === undefined ? {} : { checkAt: segmentsOf(cut.writes + lookup.checkAt) }),
    pointer: first === undefined ? cut.writes : pointerOf(...first),
  };
}

function planFill(
  { cut, reader, issues }: LookupMaking,
  fill: { readonly [pointer: string]: Json } | undefined,
  here: string,
): readonly FillPlan[] {
  return Object.entries(fill ?? {}).flatMap(([at, rule]) => {
    const value = reader.read(rule, here + pointerOf(at));
    const pointer = cut.writes + at;
    const schema = schemaAt(cut.record, pointer);
    if (schema === undefined) {
      const reason = { 'zh-CN': '工单数据中没有这一处', en: 'the record has no such place' };
      issues.push(issue('form/shape-differs', here + pointerOf(at), { pointer, reason }));
    }
    if (value === undefined || schema === undefined) return [];
    return [{ pointer, segments: segmentsOf(pointer), value, schema: interpretSchema(schema, cut.record) }];
  });
}
