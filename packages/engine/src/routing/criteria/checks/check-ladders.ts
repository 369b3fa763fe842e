import { nearestWord } from '../../../author/definition/nearest-word.ts';
import type { Policy } from '../../../author/definition/policy.ts';
import type { Ladder } from '../../../author/definition/policy-ladders.ts';
import { canonicalJson } from '../../../canonical/canonical-json.ts';
import { type Issue, issue } from '../../../issue/issue.ts';
import { pointerOf } from '../../../issue/json-pointer.ts';
import type { CompiledPolicy } from '../compiled-policy.ts';

/** Ladders end with a person, relax nothing absolute, widen from rung to rung, and keep what they promise. */
export function checkLadders(policy: Policy, promises: CompiledPolicy['promises']): readonly Issue[] {
  const each = Object.entries(policy.ladders).flatMap(([id, ladder]) => [
    ...checkOrder(id, ladder),
    ...checkEnd(id, ladder),
    ...checkRelaxations(id, ladder, policy),
    ...checkWidening(id, ladder),
    ...checkPromise(id, ladder, promises),
  ]);
  const everyOther = Object.hasOwn(policy.ladders, '*');
  return everyOther
    ? each
    : [...each, issue('routing/tag-values-are-covered', '/ladders', { missing: ['*'] })];
}

function checkOrder(id: string, { order, rungs }: Ladder): readonly Issue[] {
  const known = Object.keys(rungs);
  return order.flatMap((rung, index) => {
    if (known.includes(rung)) return [];
    const data = { kind: 'rung', id: rung, nearest: nearestWord(rung, known) };
    return [issue('definition/unknown-target', pointerOf('ladders', id, 'order', index), data)];
  });
}

function checkEnd(id: string, { order, rungs, promiseMs }: Ladder): readonly Issue[] {
  const name = order.at(-1) ?? '';
  const last = rungs[name];
  if (last === undefined) return [];
  const escalates = 'escalate' in last;
  const waits = 'wait' in last && last.alarm !== undefined;
  if (escalates || (waits && promiseMs === undefined)) return [];
  return [
    issue('routing/ladders-end-with-a-person', pointerOf('ladders', id, 'rungs', name), { rung: name }),
  ];
}

function checkRelaxations(id: string, { rungs }: Ladder, policy: Policy): readonly Issue[] {
  const known = Object.keys(policy.requirements);
  return Object.entries(rungs).flatMap(([rung, settings]) =>
    Object.keys('relax' in settings ? (settings.relax ?? {}) : {}).flatMap((requirement) => {
      const at = pointerOf('ladders', id, 'rungs', rung, 'relax', requirement);
      const found = policy.requirements[requirement];
      if (found === undefined) {
        const data = { kind: 'requirement', id: requirement, nearest: nearestWord(requirement, known) };
        return [issue('definition/unknown-target', at, data)];
      }
      return found.absolute === true ? [issue('routing/absolute-stays', at, { requirement, rung })] : [];
    }),
  );
}

function checkWidening(id: string, { order, rungs }: Ladder): readonly Issue[] {
  return order.flatMap((name, index) => {
    const before = rungs[order[index - 1] ?? ''];
    const rung = rungs[name];
    if (before === undefined || rung === undefined || !('ask' in before && 'ask' in rung)) return [];
    return canonicalJson(before.relax ?? {}) === canonicalJson(rung.relax ?? {})
      ? [issue('routing/rungs-widen', pointerOf('ladders', id, 'rungs', name), { rung: name })]
      : [];
  });
}

function checkPromise(
  id: string,
  { promiseMs }: Ladder,
  promises: CompiledPolicy['promises'],
): readonly Issue[] {
  const worstMs = promises[id]?.worstMs;
  if (promiseMs === undefined || (worstMs !== undefined && worstMs <= promiseMs)) return [];
  const data = { promiseMs, worstMs: worstMs ?? '∞', rungs: promises[id]?.rungs ?? {} };
  return [issue('routing/ladder-promise', pointerOf('ladders', id, 'promiseMs'), data)];
}
