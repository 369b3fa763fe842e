import { nearestWord } from '../../../author/definition/nearest-word.ts';
import type { Policy } from '../../../author/definition/policy.ts';
import type { LevelTable } from '../../../author/definition/policy-requirements.ts';
import { type Issue, issue } from '../../../issue/issue.ts';
import { pointerOf } from '../../../issue/json-pointer.ts';
import { measuresOf, plainFacts } from '../tag-reader.ts';

/** Every tag that is used exists, and every table has an answer for every value a tag may take. */
export function checkTags(policy: Policy): readonly Issue[] {
  return [...checkUses(policy), ...checkMeasures(policy), ...checkTables(policy)];
}

function checkUses(policy: Policy): readonly Issue[] {
  const known = knownTags(policy);
  return usesOf(policy).flatMap(([tag, pointer]) =>
    known.includes(tag)
      ? []
      : [issue('routing/tags-exist', pointer, { tag, nearest: nearestWord(tag, known) })],
  );
}

function knownTags({ tags }: Policy): readonly string[] {
  const own = Object.keys(tags.workOrder).map((tag) => `workOrder.${tag}`);
  const plain = Object.keys(plainFacts).map((tag) => `assignee.${tag}`);
  const measured = ['assignee', 'place', 'history'].flatMap((family) =>
    Object.keys(measuresOf(tags, family)).map((tag) => `${family}.${tag}`),
  );
  return [...own, ...plain, ...measured];
}

function usesOf(policy: Policy): readonly (readonly [string, string])[] {
  const uses: (readonly [string, string])[] = [];
  for (const [id, requirement] of Object.entries(policy.requirements)) {
    if ('of' in requirement) uses.push([requirement.of, pointerOf('requirements', id, 'of')]);
    if ('needs' in requirement && typeof requirement.needs === 'string') {
      uses.push([requirement.needs, pointerOf('requirements', id, 'needs')]);
    }
    if (requirement.match === 'level-at-least') {
      requirement.by.forEach((tag, index) => {
        uses.push([tag, pointerOf('requirements', id, 'by', index)]);
      });
    }
  }
  for (const [id, criterion] of Object.entries(policy.criteria)) {
    uses.push([criterion.of, pointerOf('criteria', id, 'of')]);
  }
  if (policy.urgency !== undefined) uses.push([policy.urgency.by, pointerOf('urgency', 'by')]);
  return uses;
}

/** Measures are keyed by tags of the work order. */
function checkMeasures({ tags }: Policy): readonly Issue[] {
  const known = Object.keys(tags.workOrder);
  return ['assignee', 'place', 'history'].flatMap((family) =>
    Object.entries(measuresOf(tags, family)).flatMap(([id, measure]) => {
      const keys = 'same' in measure ? measure.same : 'by' in measure ? [measure.by].flat() : [];
      const at = pointerOf('tags', family, id, 'same' in measure ? 'same' : 'by');
      return keys
        .filter((tag) => !known.includes(tag))
        .map((tag) => issue('routing/tags-exist', at, { tag, nearest: nearestWord(tag, known) }));
    }),
  );
}

function checkTables(policy: Policy): readonly Issue[] {
  const { tags, requirements, urgency } = policy;
  const levels = Object.entries(requirements).flatMap(([id, requirement]) =>
    requirement.match === 'level-at-least'
      ? checkTable(policy, requirement.needs, requirement.by, pointerOf('requirements', id, 'needs'))
      : [],
  );
  const points =
    urgency === undefined
      ? []
      : checkTable(policy, urgency.points, [urgency.by], pointerOf('urgency', 'points'));
  const mapped = Object.entries(tags.workOrder).flatMap(([id, { to, oneOf }]) =>
    to === undefined ? [] : checkKeys(Object.keys(to), oneOf, pointerOf('tags', 'workOrder', id, 'to')),
  );
  return [...mapped, ...levels, ...points];
}

function checkTable(
  policy: Policy,
  table: LevelTable,
  by: readonly string[],
  pointer: string,
): readonly Issue[] {
  if (typeof table === 'number') {
    return Number.isInteger(table) && table >= 0
      ? []
      : [
          issue('definition/schema', pointer, {
            expected: { 'zh-CN': '非负整数', en: 'a whole number' },
            found: table,
          }),
        ];
  }
  if (typeof table !== 'object' || table === null) {
    return [
      issue('definition/schema', pointer, {
        expected: { 'zh-CN': '表', en: 'a table' },
        found: String(table),
      }),
    ];
  }
  const [tag = '', ...rest] = by;
  const values = policy.tags.workOrder[tag.split('.')[1] ?? '']?.oneOf;
  const own = checkKeys(Object.keys(table), values, pointer);
  const below = Object.entries(table).flatMap(([key, branch]) =>
    checkTable(policy, branch, rest, pointer + pointerOf(key)),
  );
  return [...own, ...below];
}

function checkKeys(
  keys: readonly string[],
  values: readonly (string | number | boolean)[] | undefined,
  pointer: string,
): readonly Issue[] {
  if (keys.includes('*')) return [];
  const missing = (values ?? ['*']).map(String).filter((value) => !keys.includes(value));
  return missing.length === 0 ? [] : [issue('routing/tag-values-are-covered', pointer, { missing })];
}
