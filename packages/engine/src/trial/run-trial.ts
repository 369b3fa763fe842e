import type { Workflow } from '../author/definition/workflow.ts';
import { parseWorkflow } from '../author/parse-workflow.ts';
import { compileWorkflow } from '../compile/compile-workflow.ts';
import type { CompiledWorkflow } from '../compile/compiled-workflow.ts';
import { type Checked, type Issue, issue } from '../issue/issue.ts';
import { pointerOf } from '../issue/json-pointer.ts';
import { elapsedMs } from '../time/add-duration.ts';
import { addMs, instantMs, instantOf } from '../time/instant.ts';
import { coverageOf } from './coverage.ts';
import { judgeExpect } from './judge-expects.ts';
import { type MemoryHost, passTime } from './memory-host.ts';
import { openForms } from './open-forms.ts';
import { performAct } from './perform-act.ts';
import { performEffect } from './perform-effect.ts';
import type { Expect, Scenario } from './scenario.ts';
import type { Judged, Story } from './story.ts';
import type { World } from './world.ts';

/**
 * The story of a workflow run through a scenario, without a server: the same decisions, mappings, planner and delivery
 * table as in production, on a clock that jumps from one due instant to the next; only outside answers are stand-ins.
 *
 * Pure: the same arguments give the same story. `value` is absent when the workflow or one of `world.workflows` does not
 * compile. A scenario that does not come true is a story with `trial/…` issues of severity error in it.
 */
export function runTrial(workflow: Workflow, scenario: Scenario, world: World = {}): Checked<Story> {
  const { versions, issues } = compileAll(workflow, world);
  const main = versions.get(workflow.id);
  if (main === undefined) return { issues };
  const startAt = instantOf(instantMs(scenario.startAt));
  const host: MemoryHost = {
    scenario: { ...scenario, workflow: workflow.id },
    world,
    outside: { scenario, given: new Map(), done: new Map() },
    agenda: { appointments: [] },
    versions,
    workOrders: new Map(),
    frames: [],
    routing: {},
    issues: [...issues, ...unchecked(world)],
    toPerform: [],
    perform: performEffect,
    at: startAt,
    act: undefined,
  };
  playActs(host);
  const expectations = judgeAll(host);
  const { title } = scenario;
  const story: Story = {
    workflow: workflow.id,
    ...(title === undefined ? {} : { title }),
    startAt,
    endAt: host.at,
    frames: host.frames,
    workOrders: [...host.workOrders.values()].map(({ snapshot }) => snapshot),
    expectations,
    routing: host.routing,
    coverage: coverageOf(main, host.frames),
    issues: host.issues,
  };
  return { value: story, issues };
}

interface Versions {
  readonly versions: ReadonlyMap<string, CompiledWorkflow>;
  readonly issues: readonly Issue[];
}

function compileAll(main: Workflow, { forms = openForms, workflows = {} }: World): Versions {
  const versions = new Map<string, CompiledWorkflow>();
  const issues: Issue[] = [];
  const keep = (workflow: Workflow) => {
    const { value, issues: found } = compileWorkflow(workflow, { forms });
    issues.push(...found.filter(({ severity }) => severity === 'error'));
    if (value !== undefined) versions.set(workflow.id, value);
  };
  for (const document of Object.values(workflows)) {
    const { value, issues: found } = parseWorkflow(document);
    issues.push(...found.filter(({ severity }) => severity === 'error'));
    if (value !== undefined && value.id !== main.id) keep(value);
  }
  keep(main);
  return { versions: issues.length > 0 ? new Map() : versions, issues };
}

function unchecked({ forms, delivery }: World): readonly Issue[] {
  return [
    ...(forms === undefined ? [issue('trial/answers-unchecked', '')] : []),
    ...(delivery === undefined ? [issue('trial/one-attempt', '')] : []),
  ];
}

function playActs(host: MemoryHost): void {
  const { order, acts, expects } = host.scenario;
  const meant = new Set(Object.values(expects).flatMap((one) => ('refused' in one ? [one.refused] : [])));
  for (const id of order) {
    const act = acts[id];
    const pointer = pointerOf('acts', id);
    if (act === undefined) {
      host.issues.push(issue('trial/unknown-act', pointer, { act: id, why: '?' }));
      continue;
    }
    passTime(host, act.after === undefined ? host.at : addMs(host.at, elapsedMs(act.after)));
    if ('wait' in act) continue;
    host.act = id;
    const done = performAct(host, act);
    host.act = undefined;
    if (done.kind === 'impossible')
      host.issues.push(issue('trial/unknown-act', pointer, { act: id, why: done.why }));
    if (done.kind === 'refused' && !meant.has(id)) {
      const codes = done.issues.map(({ code, pointer: at }) => `${code} ${at}`.trim());
      host.issues.push(issue('trial/act-refused', pointer, { act: id, codes }));
    }
    passTime(host, host.at);
  }
}

/** In the order of the instants they speak of; those without one at the end of the acts. */
function judgeAll(host: MemoryHost): readonly Judged[] {
  const endOfActs = host.at;
  const waits = ({ after }: Expect) => (after === undefined ? 0 : elapsedMs(after));
  const inTime = Object.entries(host.scenario.expects).toSorted(
    ([, one], [, other]) => waits(one) - waits(other),
  );
  return inTime.map(([id, expect]) => {
    passTime(host, addMs(endOfActs, waits(expect)));
    const judged = judgeExpect(host, id, expect);
    if (!judged.holds) {
      const { expected, found } = judged;
      const data = { expect: id, expected: JSON.stringify(expected), found: JSON.stringify(found) };
      host.issues.push(issue('trial/not-as-expected', pointerOf('expects', id), data));
    }
    return judged;
  });
}
