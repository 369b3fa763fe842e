import { FormFileShape, hashOfJson, RecordSchemaShape } from '@paidan/engine/definition';
import {
  type Checked,
  checked,
  hasErrors,
  type Issue,
  isJsonObject,
  issue,
  type Json,
  type JsonObject,
  pointerOf,
  segmentsOf,
} from '@paidan/engine/issue';
import { type CompiledForm, compiledForm } from './compiled-form.ts';
import { planLookups } from './compiled-lookups.ts';
import { orderSteps } from './dependency-index.ts';
import { type ConditionReader, conditionReader } from './field-conditions.ts';
import type { CheckPlan, CutForm, FieldPlan, FormPlan, SectionPlan, SweepStep } from './form-plan.ts';
import { planFields } from './plan-fields.ts';
import { shapeIssues } from './shape-issues.ts';

const shapes = {
  form: FormFileShape as unknown as JsonObject,
  record: RecordSchemaShape as unknown as JsonObject,
};

/**
 * A form made ready to judge answers, from the JSON `formOf` cuts out of a workflow:
 * `{ id, writes, form, record, roles?, timeZone?, knowledge? }`.
 *
 * Every problem of the document comes back at once as issues, with pointers into this JSON; `value` is absent when one
 * of them is an error. Never throws for a bad form.
 *
 * @example compileForm(formOf(workflow, 'survey') ?? {}).value?.validate({ satisfied: true }, { stage: 'feedback' })
 */
export function compileForm(json: Json): Checked<CompiledForm> {
  const issues = shapeOf(json);
  if (hasErrors(issues)) return { issues };
  const cut = json as unknown as CutForm;
  const plan = planForm({ ...cut, writes: cut.writes ?? '', id: cut.id ?? 'form' }, issues, json);
  return hasErrors(issues) ? { issues } : checked(compiledForm(plan), issues);
}

function shapeOf(json: Json): Issue[] {
  if (!isJsonObject(json)) {
    return [issue('definition/schema', '', { expected: '{ writes, form, record }', found: typeof json })];
  }
  return [
    ...shapeIssues(shapes.form, json['form'], '/form'),
    ...shapeIssues(shapes.record, json['record'], '/record'),
  ];
}

function planForm(cut: CutForm, issues: Issue[], json: Json): FormPlan {
  const reader = conditionReader(issues);
  const drawn = planFields(cut, reader, issues);
  const sections = planSections(cut, reader);
  const lookups = planLookups(cut, drawn, reader, issues);
  const recognisers = Object.entries(cut.form.recognisers ?? {}).map(([id, recogniser]) => ({
    id,
    recogniser,
    reads: segmentsOf(cut.writes + recogniser.reads),
  }));
  const written: readonly SweepStep[] = [
    ...sections.map((section) => ({ kind: 'section', section }) as const),
    ...drawn.map((field) => ({ kind: 'field', field }) as const),
    ...lookups.map((lookup) => ({ kind: 'lookup', lookup }) as const),
    ...recognisers.map((recogniser) => ({ kind: 'recogniser', recogniser }) as const),
  ];
  const { steps, restsOnLookup } = orderSteps(written, reader, issues);
  // Plans refer to each other, so what the order found out is noted on them instead of on copies.
  for (const field of drawn) Object.assign(field, { restsOnLookup: restsOnLookup.has(field.id) });
  const plan = { cut, hash: hashOfJson(json), fields: drawn, sections, lookups, recognisers, steps };
  return {
    ...plan,
    checks: planChecks(cut, drawn, reader),
    tags: planTags(cut, reader),
    writable: writablePointers(plan),
  };
}

function planSections(cut: CutForm, reader: ConditionReader): readonly SectionPlan[] {
  return Object.entries(cut.form.sections).map(([id, section]) => {
    const here = pointerOf('form', 'sections', id);
    const visible = reader.read(section.visible, `${here}/visible`);
    return {
      id,
      ...(visible === undefined ? {} : { visible }),
      ...(section.for === undefined ? {} : { roles: section.for }),
      data: planData(section.data, reader, `${here}/data`),
    };
  });
}

function planData(
  data: { readonly [name: string]: Json } | undefined,
  reader: ConditionReader,
  here: string,
): SectionPlan['data'] {
  return Object.entries(data ?? {}).flatMap(([name, rule]) => {
    const value = reader.read(rule, `${here}/${name}`);
    return value === undefined ? [] : [[name, value] as const];
  });
}

function planChecks(
  cut: CutForm,
  fields: readonly FieldPlan[],
  reader: ConditionReader,
): readonly CheckPlan[] {
  return Object.entries(cut.form.checks ?? {}).flatMap(([id, check]) => {
    const here = pointerOf('form', 'checks', id);
    const assert = reader.read(check.assert, `${here}/assert`);
    if (assert === undefined) return [];
    const named = check.at.flatMap((name) => fields.find((field) => field.id === name) ?? []);
    return [{ id, check, assert, fields: named, data: planData(check.data, reader, `${here}/data`) }];
  });
}

function planTags(cut: CutForm, reader: ConditionReader): FormPlan['tags'] {
  return Object.entries(cut.form.tags ?? {}).flatMap(([id, { when }]) => {
    const condition = reader.read(when, `${pointerOf('form', 'tags', id)}/when`);
    return condition === undefined ? [] : [{ id, when: condition }];
  });
}

function writablePointers(plan: Pick<FormPlan, 'cut' | 'fields' | 'lookups'>): readonly string[] {
  const { cut, fields, lookups } = plan;
  const stored = fields.filter(({ pointer, container }) => pointer !== '' && container === undefined);
  const helped = Object.values(cut.form.recognisers ?? {}).flatMap((one) => one.helped ?? []);
  return [
    ...new Set([
      ...stored.map(({ pointer }) => pointer),
      ...lookups.flatMap(({ fill, otherwise }) => [...fill, ...otherwise].map(({ pointer }) => pointer)),
      ...lookups.flatMap(({ checkAt }) => (checkAt === undefined ? [] : [pointerOf(...checkAt)])),
      ...helped.map((at) => cut.writes + at),
    ]),
  ];
}
