import { type Issue, issue } from '@paidan/engine/issue';
import type { ConditionReader } from './field-conditions.ts';
import type { Condition, FieldPlan, LookupPlan, SectionPlan, SweepStep } from './form-plan.ts';

/** Where a step writes and what it reads; patterns are record segments, `*` for any row. */
interface Node {
  readonly name: string;
  readonly step: SweepStep;
  readonly writes: readonly (readonly string[])[];
  readonly reads: readonly (readonly string[])[];
  /** Nodes read by name: lookups, recognisers, sections, containers. */
  readonly needs: readonly string[];
}

export interface StepOrder {
  readonly steps: readonly SweepStep[];
  /** Fields whose showing rests on a lookup's answer. */
  readonly restsOnLookup: ReadonlySet<string>;
}

/** The record place a dotted name reads, or `undefined` for names that are not of the record. */
export function patternOf(name: string): readonly string[] | undefined {
  const [root, ...rest] = name.split('.');
  return root === 'record' ? rest : undefined;
}

/** Whether one place contains the other; a row stands for every row. */
export function overlaps(one: readonly string[], other: readonly string[]): boolean {
  const shorter = Math.min(one.length, other.length);
  for (let index = 0; index < shorter; index++) {
    const [left, right] = [one[index], other[index]];
    if (left !== right && left !== '*' && right !== '*') return false;
  }
  return true;
}

/**
 * The steps of a form in an order in which each stands after everything it reads, otherwise as written. A circle is
 * reported with its path; the order then is only good for showing the rest of the findings.
 */
export function orderSteps(steps: readonly SweepStep[], reader: ConditionReader, issues: Issue[]): StepOrder {
  const nodes = steps.map((step) => nodeOf(step, reader));
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const ordered: SweepStep[] = [];
  const settled = new Set<Node>();
  const visit = (node: Node, path: readonly Node[]): void => {
    if (settled.has(node)) return;
    const start = path.indexOf(node);
    if (start >= 0) {
      issues.push(circle([...path.slice(start), node]));
      return;
    }
    for (const needed of neededBy(node, nodes, byName)) visit(needed, [...path, node]);
    if (settled.has(node)) return;
    settled.add(node);
    ordered.push(node.step);
  };
  for (const node of nodes) visit(node, []);
  const rest = new Set(
    nodes.flatMap((node) => (isShownByLookup(node, nodes, byName, reader) ? [node.name.slice(6)] : [])),
  );
  return { steps: ordered, restsOnLookup: rest };
}

/** Whether what shows a field reaches a lookup, directly or through other fields. */
function isShownByLookup(
  { step }: Node,
  nodes: readonly Node[],
  byName: ReadonlyMap<string, Node>,
  reader: ConditionReader,
): boolean {
  if (step.kind !== 'field') return false;
  const { reads, needs } = readsOf([step.field.visible], reader, step.field.segments);
  const section = step.field.section === undefined ? [] : [`section:${step.field.section}`];
  const seen = new Set<Node>();
  const reach = (wanted: Pick<Node, 'reads' | 'needs'>): boolean =>
    neededBy(wanted, nodes, byName).some((next) => {
      if (seen.has(next)) return false;
      seen.add(next);
      return next.step.kind === 'lookup' || reach(next);
    });
  return reach({ reads, needs: [...needs, ...section] });
}

function neededBy(
  node: Pick<Node, 'reads' | 'needs'>,
  nodes: readonly Node[],
  byName: ReadonlyMap<string, Node>,
): readonly Node[] {
  const named = node.needs.flatMap((name) => byName.get(name) ?? []);
  const read = nodes.filter((other) =>
    other.writes.some((place) => node.reads.some((wanted) => overlaps(wanted, place))),
  );
  return [...named, ...read];
}

function circle(path: readonly Node[]): Issue {
  const names = path.map(({ name }) => name);
  const lookup = path.find(({ step }) => step.kind === 'lookup');
  const [first] = path;
  const [kind = '', id = ''] = (lookup ?? first)?.name.split(':') ?? [];
  const code = lookup === undefined ? 'form/visibility-cycle' : 'form/lookup-circle';
  return issue(code, `/form/${kind}s/${id}`, {
    path: names.map((name) => name.split(':')[1] ?? '').join(' → '),
  });
}

function nodeOf(step: SweepStep, reader: ConditionReader): Node {
  switch (step.kind) {
    case 'section':
      return sectionNode(step, step.section, reader);
    case 'field':
      return fieldNode(step, step.field, reader);
    case 'lookup':
      return lookupNode(step, step.lookup, reader);
    case 'recogniser': {
      const { id, reads } = step.recogniser;
      return { name: `recogniser:${id}`, step, writes: [], reads: [reads], needs: [] };
    }
  }
}

function sectionNode(step: SweepStep, section: SectionPlan, reader: ConditionReader): Node {
  return { name: `section:${section.id}`, step, writes: [], ...readsOf([section.visible], reader) };
}

function fieldNode(step: SweepStep, plan: FieldPlan, reader: ConditionReader): Node {
  const { id, segments, section, container, field } = plan;
  const conditions = [plan.visible, plan.readOnly, plan.value, ...plan.choices.map(({ visible }) => visible)];
  const { reads, needs } = readsOf(conditions, reader, segments);
  const lookups = [...plan.filledBy, ...(field.choicesFrom === undefined ? [] : [field.choicesFrom.lookup])];
  return {
    name: `field:${id}`,
    step,
    writes: segments.length === 0 ? [] : [segments],
    reads,
    needs: [
      ...needs,
      ...lookups.map((lookup) => `lookup:${lookup}`),
      ...(section === undefined ? [] : [`section:${section}`]),
      ...(container === undefined ? [] : [`field:${container.id}`]),
    ],
  };
}

function lookupNode(step: SweepStep, plan: LookupPlan, reader: ConditionReader): Node {
  const fills = [...plan.fill, ...plan.otherwise];
  const conditions = [
    plan.when,
    ...plan.params.map(({ value }) => value),
    ...fills.map(({ value }) => value),
  ];
  const { reads, needs } = readsOf(conditions, reader);
  const writes = [
    ...fills.map(({ segments }) => segments),
    ...(plan.checkAt === undefined ? [] : [plan.checkAt]),
  ];
  return { name: `lookup:${plan.id}`, step, writes, reads, needs };
}

function readsOf(
  conditions: readonly (Condition | undefined)[],
  reader: ConditionReader,
  segments: readonly string[] = [],
): Pick<Node, 'reads' | 'needs'> {
  const names = conditions.flatMap((condition) => reader.readsOf(condition));
  return {
    reads: names.flatMap((name) => {
      const place = placeRead(name, segments);
      return place === undefined ? [] : [place];
    }),
    needs: names.flatMap((name) => {
      const [root, id] = name.split('.');
      if (root === 'lookup') return [`lookup:${id}`];
      return root === 'recognised' ? [`recogniser:${id}`] : [];
    }),
  };
}

/** `row` is the object around the field, `parent` the row around that. */
function placeRead(name: string, segments: readonly string[]): readonly string[] | undefined {
  const [root, ...rest] = name.split('.');
  if (root === 'record') return rest;
  const row = segments.lastIndexOf('*');
  if (root === 'row' && row >= 0) return [...segments.slice(0, row + 1), ...rest];
  const parent = segments.lastIndexOf('*', row - 1);
  return root === 'parent' && row > 0 && parent >= 0
    ? [...segments.slice(0, parent + 1), ...rest]
    : undefined;
}
