import { compileExpression, evaluate } from '@paidan/engine/expression';
import type { Json } from '@paidan/engine/issue';
import jsonLogic from 'json-logic-js';
import { type BenchLine, benchLine, compare, repeat } from './harness.ts';

// The library's own types describe each operator; here it is handed any rule.
const library: { apply(rule: Json, facts: unknown): unknown } = jsonLogic;

const rule: Json = {
  and: [
    { '==': [{ var: 'record.deviceType' }, 'ipc'] },
    { in: [{ var: 'record.severity' }, ['P0', 'P1']] },
    { '<': [{ var: 'assignee.load' }, 3] },
    { '<': [{ var: 'assignee.distanceMetres' }, 15_000] },
    {
      or: [{ '>': [{ var: 'assignee.firstFixBp' }, 8500] }, { '!!': [{ var: 'assignee.knows.hikvision' }] }],
    },
  ],
};
const facts = {
  record: { deviceType: 'ipc', severity: 'P0' },
  assignee: { load: 1, distanceMetres: 4000, firstFixBp: 8000, knows: { hikvision: true } },
};

/** A guard of a routing policy: the compiled rule against json-logic-js. */
export async function run(): Promise<readonly BenchLine[]> {
  const compiled = compileExpression(rule);
  if (compiled(facts) !== evaluate(rule, facts)) throw new Error('The two implementations differ');
  const comparison = await compare({
    ours: repeat(() => compiled(facts)),
    rival: repeat(() => library.apply(rule, facts)),
  });
  return [benchLine('expression', comparison)];
}
