import type { ChoiceSet, Field, FormFile } from '@paidan/engine/definition';
import { type Issue, issue, type JsonObject, pointerOf, segmentsOf } from '@paidan/engine/issue';
import { fieldCatalog } from '../fields/field-catalog.ts';
import { type ConditionReader, demandReader } from './field-conditions.ts';
import type { ChoicePlan, CutForm, FieldPlan } from './form-plan.ts';
import { interpretSchema } from './interpret-schema.ts';
import { schemaAt } from './record-slice.ts';

/** Fields in the order people see, each with its place checked against the record's schema. */
export function planFields(cut: CutForm, reader: ConditionReader, issues: Issue[]): readonly FieldPlan[] {
  const sections = sectionsOf(cut.form);
  const ranked = rankFields(cut.form, sections);
  const drafts = ranked.map((id, rank) => {
    const field = cut.form.fields[id];
    return field === undefined ? undefined : planField({ id, rank, field, cut, reader, sections, issues });
  });
  const plans = drafts.filter((plan) => plan !== undefined);
  refuseTwoWriters(plans, issues);
  return linkRows(plans);
}

function sectionsOf(form: FormFile): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [id, section] of Object.entries(form.sections)) {
    for (const field of section.order ?? []) found.set(field, id);
  }
  return found;
}

/** The order of the form's sections and of their fields; row fields follow their container as they are written. */
function rankFields(form: FormFile, sections: ReadonlyMap<string, string>): readonly string[] {
  const shown = form.order.flatMap((section) => form.sections[section]?.order ?? []);
  const rest = Object.keys(form.fields).filter((id) => !shown.includes(id));
  const rows = rest.filter((id) => !sections.has(id) && (form.fields[id]?.at ?? '').includes('*'));
  const placed = shown.flatMap((id) => {
    const at = form.fields[id]?.at;
    return [id, ...rows.filter((row) => at !== undefined && form.fields[row]?.at?.startsWith(`${at}/`))];
  });
  return [...new Set([...placed, ...rest])];
}

interface FieldMaking {
  readonly id: string;
  readonly rank: number;
  readonly field: Field;
  readonly cut: CutForm;
  readonly reader: ConditionReader;
  readonly sections: ReadonlyMap<string, string>;
  readonly issues: Issue[];
}

function planField(making: FieldMaking): FieldPlan {
  const { id, rank, field, cut, reader, sections, issues } = making;
  const here = pointerOf('form', 'fields', id);
  const at = field.at ?? '';
  const isStored = field.at !== undefined;
  const pointer = isStored ? cut.writes + at : '';
  const schema = isStored ? schemaAt(cut.record, pointer) : undefined;
  if (isStored && schema === undefined) issues.push(shapeDiffers(`${here}/at`, pointer, 'absent'));
  if (!isStored && field.kind !== 'note') issues.push(shapeDiffers(here, id, 'nowhere'));
  const section = sections.get(id);
  if (section === undefined && !at.includes('*')) {
    issues.push(issue('form/left-out-of-order', here, { field: id }));
  }
  return {
    id,
    rank,
    field,
    kind: fieldCatalog[field.kind],
    setting: { field, schema: schema ?? {} },
    pointer,
    segments: segmentsOf(pointer),
    relative: segmentsOf(at),
    ...(section === undefined ? {} : { section }),
    rowFields: [],
    ...(schema === undefined ? {} : { schema: interpretSchema(schema, cut.record) }),
    ...demandReader(reader, here, field),
    choices: planChoices(making, schema ?? {}),
    filledBy: fillers(cut.form, at),
    restsOnLookup: false,
    isOfRootDemand: isOfRootDemand(pointer, cut.record),
  };
}

function isOfRootDemand(pointer: string, record: JsonObject): boolean {
  const { required } = record;
  return Array.isArray(required) && required.some((name) => pointer === pointerOf(String(name)));
}

function fillers(form: FormFile, at: string): readonly string[] {
  return Object.entries(form.lookups ?? {}).flatMap(([id, { fill, otherwise, checkAt }]) =>
    checkAt === at || fill?.[at] !== undefined || otherwise?.[at] !== undefined ? [id] : [],
  );
}

function planChoices(making: FieldMaking, schema: JsonObject): readonly ChoicePlan[] {
  const { id, field, cut, reader, issues } = making;
  const set = choiceSetOf(cut.form, field);
  const here =
    typeof field.choices === 'string'
      ? pointerOf('form', 'choiceSets', field.choices, 'choices')
      : pointerOf('form', 'fields', id, 'choices');
  const order = set.choiceOrder ?? Object.keys(set.choices);
  const allowed = allowedValues(schema, cut.record);
  return order.flatMap((choice) => {
    const definition = set.choices[choice];
    if (definition === undefined) return [];
    if (allowed !== undefined && !allowed.includes(choice)) {
      issues.push(shapeDiffers(`${here}/${choice}`, choice, 'choice'));
    }
    const visible = reader.read(definition.visible, `${here}/${choice}/visible`);
    return [{ id: choice, label: definition.label, ...(visible === undefined ? {} : { visible }) }];
  });
}

function choiceSetOf(form: FormFile, field: Field): ChoiceSet {
  if (typeof field.choices === 'string') return form.choiceSets?.[field.choices] ?? { choices: {} };
  return {
    choices: field.choices ?? {},
    ...(field.choiceOrder === undefined ? {} : { choiceOrder: field.choiceOrder }),
  };
}

function allowedValues(schema: JsonObject, record: JsonObject): readonly unknown[] | undefined {
  const own = schema['enum'];
  if (Array.isArray(own)) return own;
  const items = schema['items'];
  if (typeof items !== 'object' || items === null || Array.isArray(items)) return undefined;
  const resolved = schemaAt({ ...record, properties: { item: items as JsonObject } }, '/item');
  const listed = resolved?.['enum'];
  return Array.isArray(listed) ? listed : undefined;
}

const reasons = {
  absent: { 'zh-CN': '工单数据中没有这一处', en: 'the record has no such place' },
  nowhere: { 'zh-CN': '字段没有写明存放位置 at', en: 'the field does not say where it is stored (at)' },
  choice: { 'zh-CN': '工单数据不接受这个选项', en: 'the record does not accept this choice' },
};

function shapeDiffers(at: string, pointer: string, reason: keyof typeof reasons): Issue {
  return issue('form/shape-differs', at, { pointer, reason: reasons[reason] });
}

function refuseTwoWriters(plans: readonly FieldPlan[], issues: Issue[]): void {
  const writers = new Map<string, string>();
  for (const { id, pointer } of plans) {
    if (pointer === '') continue;
    const other = writers.get(pointer);
    if (other === undefined) writers.set(pointer, id);
    else issues.push(issue('form/two-writers', pointerOf('form', 'fields', id, 'at'), { field: id, other }));
  }
}

/** Row fields know their container and containers their row fields; the nearest enclosing one counts. */
function linkRows(plans: readonly FieldPlan[]): readonly FieldPlan[] {
  const linked = plans.map((plan) => ({ ...plan, rowFields: [] as FieldPlan[] }));
  return linked.map((plan) => {
    const star = plan.segments.lastIndexOf('*');
    if (star < 0) return plan;
    const pointer = pointerOf(...plan.segments.slice(0, star));
    const container = linked.find((other) => other.pointer === pointer);
    if (container === undefined) return plan;
    const row = Object.assign(plan, { container, section: container.section ?? '' });
    container.rowFields.push(row);
    return row;
  });
}
