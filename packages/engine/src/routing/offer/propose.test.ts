import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bundleWorkflow } from '../../author/bundle-workflow.ts';
import { parseWorkflow } from '../../author/parse-workflow.ts';
import { compileWorkflow } from '../../compile/compile-workflow.ts';
import type { FormsKernel } from '../../compile/forms-port.ts';
import { systemActor } from '../../decide/actor.ts';
import { decide } from '../../decide/decide.ts';
import type { Decision } from '../../decide/decision.ts';
import type { Entry } from '../../decide/entry.ts';
import type { RouteEvent } from '../../decide/event.ts';
import { dueEvents, nextDueAt } from '../../decide/next-due.ts';
import type { Snapshot } from '../../decide/snapshot.ts';
import { startWorkOrder } from '../../decide/start-work-order.ts';
import type { Effect, RequestPlanEffect } from '../../effects/effect.ts';
import type { Json, JsonObject } from '../../issue/json.ts';
import { addMs } from '../../time/instant.ts';
import { compilePolicy } from '../criteria/compile-policy.ts';
import worked from '../criteria/fixtures/worked-case.json' with { type: 'json' };
import type { AssigneeFacts } from '../facts/assignee-facts.ts';
import { type Proposal, propose } from './propose.ts';

const folder = new URL('../../../../../examples/security-aftersales/', import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as Json;
const bundled = bundleWorkflow(read('security-aftersales.workflow.json'), read).value ?? {};
/** Forms are no part of this story: whatever is answered is taken, and writes nothing. */
const silentForms: FormsKernel = {
  compile: () => ({
    value: {
      hash: 'none',
      writable: [],
      validate: ({ record }) => ({ value: { record, changed: [], tags: [] }, issues: [] }),
    },
    issues: [],
  }),
};
const workflow = required(parseWorkflow(bundled).value);
const compiled = required(compileWorkflow(workflow, { forms: silentForms }).value);
const policy = required(compilePolicy(workflow.routing?.['aftersales']).value);
const people = worked.assignees as unknown as readonly AssigneeFacts[];
const createdAt = '2026-03-02T02:00:00.000Z';
const chief = { id: 'zhao', name: '赵主管' };
const agent = { id: 'chen', name: '陈晨', roles: ['agent'] };

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the example must compile');
  return value;
}

interface Company {
  readonly assignees: readonly AssigneeFacts[];
  readonly chief?: typeof chief;
  /** What a person does with an offer, some time after it was made. */
  readonly answers?: (assigneeId: string) => 'accepted' | 'declined' | undefined;
  readonly severity?: string;
}

interface Run {
  readonly company: Company;
  snapshot: Snapshot;
  at: string;
  readonly waiting: RequestPlanEffect[];
  readonly entries: (Entry & { readonly at: string })[];
  readonly effects: Effect[];
  readonly proposals: Proposal[];
}

function report(company: Company): Run {
  const record: JsonObject = {
    phone: '+8613800000000',
    sn: 'NVR20250001',
    description: '屏幕黑屏',
    deviceType: 'nvr',
    brand: 'hikvision',
    severity: company.severity ?? 'P0',
    onSite: true,
    faultTags: ['offline'],
    place: { address: '深圳市福田区深南大道1号', latitude: 22.54, longitude: 114.06 },
    device: { warranty: 'in' },
  };
  const submission = { form: 'repair-report', values: {} };
  const first = startWorkOrder(
    compiled,
    { workOrderId: 'wo-1', number: 'SA-1', actor: agent, record, submission },
    createdAt,
  );
  if (first.kind === 'refused') throw new Error(JSON.stringify(first.issues));
  const run: Run = {
    company,
    snapshot: first.snapshot,
    at: createdAt,
    waiting: [],
    entries: [],
    effects: [],
    proposals: [],
  };
  take(run, first);
  const [call] = first.effects.filter((effect) => effect.kind === 'call');
  take(
    run,
    decide(
      compiled,
      run.snapshot,
      {
        kind: 'settled',
        effect: call?.id ?? '',
        outcome: { kind: 'refused' },
        final: true,
        actor: systemActor,
      },
      run.at,
    ),
  );
  return run;
}

function take(run: Run, decision: Decision): void {
  if (decision.kind === 'refused') throw new Error(JSON.stringify(decision.issues));
  run.snapshot = decision.snapshot;
  run.entries.push(...decision.entries.map((entry) => ({ ...entry, at: run.at })));
  run.effects.push(...decision.effects);
  for (const effect of decision.effects) if (effect.kind === 'requestPlan') run.waiting.push(effect);
}

function plan(run: Run, { stepId: step, token }: RequestPlanEffect): Proposal {
  const { snapshot, company } = run;
  const route = required(snapshot.work[step]?.route);
  const { record, seq, workOrderId } = snapshot;
  return propose(
    {
      policy,
      step,
      token,
      route,
      workOrder: { id: workOrderId, version: seq, createdAt, visitMs: 5_400_000, record },
      assignees: company.assignees,
      personOf: (id) => ({ id, name: `${id}工` }),
      resolveRole: (role) => (role === 'duty-chief' ? company.chief : undefined),
    },
    run.at,
  );
}

const tell = (run: Run, event: RouteEvent) =>
  take(run, decide(compiled, run.snapshot, { ...event, actor: systemActor }, run.at));

function answerOffers(run: Run): void {
  const route = run.snapshot.work['dispatch']?.route;
  for (const [offer, { assignee, state }] of Object.entries(route?.offers ?? {})) {
    const kind = state === 'offered' ? run.company.answers?.(assignee.id) : undefined;
    if (kind === undefined || route === undefined || run.snapshot.configuration !== 'dispatch') continue;
    const answer = { step: 'dispatch', offer, token: route.token };
    tell(run, kind === 'accepted' ? { kind, ...answer } : { kind, ...answer, reason: 'too-far' });
  }
}

/** Lets time pass: plans are answered at once, then the clock jumps to whatever is due next. */
function pass(run: Run, until: string): Run {
  for (;;) {
    const asked = run.waiting.shift();
    if (asked !== undefined) {
      const proposal = plan(run, asked);
      run.proposals.push(proposal);
      if (proposal.event !== undefined) tell(run, proposal.event);
      answerOffers(run);
      continue;
    }
    const due = nextDueAt(run.snapshot);
    if (due === undefined || due > until || run.snapshot.configuration !== 'dispatch') return run;
    run.at = due;
    const [event] = dueEvents(run.snapshot, due);
    if (event === undefined) return run;
    take(run, decide(compiled, run.snapshot, { ...event, actor: systemActor }, due));
  }
}

const kinds = (run: Run) => run.proposals.flatMap(({ event }) => (event === undefined ? [] : [event.kind]));

test('[S29] a P0 that nobody answers is with a named person within 300 seconds', () => {
  const run = pass(report({ assignees: people, chief }), addMs(createdAt, 3_600_000));
  const escalated = run.entries.find(({ kind }) => kind === 'escalated');
  expect(escalated).toMatchObject({ step: 'dispatch', rung: 'chief', to: 'zhao' });
  expect(Date.parse(escalated?.at ?? '') - Date.parse(createdAt)).toBeLessThanOrEqual(300_000);
  expect(kinds(run)).toEqual(['offered', 'offered', 'escalated']);
  expect(run.snapshot.configuration).toBe('by-hand');
  const choosing = Object.values(run.snapshot.tasks).find(({ kind }) => kind === 'choose');
  expect(choosing?.candidates.persons).toEqual(['zhao']);
  expect(run.entries.filter(({ kind }) => kind === 'offer-made')).toHaveLength(3);
});

test('asks the next rung the moment everybody of the present one has declined', () => {
  const run = pass(report({ assignees: people, chief, answers: () => 'declined' }), createdAt);
  expect(run.at).toBe(createdAt);
  expect(kinds(run)).toEqual(['offered', 'offered', 'escalated']);
  const asked = run.entries.flatMap((entry) => (entry.kind === 'offer-made' ? [entry.assignee] : []));
  expect(asked).toEqual([...new Set(asked)]);
});

test('sends the first who accepts and stops asking', () => {
  const answers = (id: string) => (id === 'wu' ? ('accepted' as const) : undefined);
  const run = pass(report({ assignees: people, chief, answers }), addMs(createdAt, 3_600_000));
  expect(run.snapshot.assignees['engineer']?.id).toBe('wu');
  expect(kinds(run)).toEqual(['offered', 'offered']);
  expect(Object.keys(run.snapshot.work['dispatch']?.route?.offers ?? {})[0]).toMatch(
    /^wo-1\/dispatch\/\d+\/lin$/,
  );
});

test('goes on past an escalation to a role that nobody holds', () => {
  const run = pass(report({ assignees: [] }), createdAt);
  expect(kinds(run)).toEqual(['exhausted']);
  expect(run.proposals[0]?.record.holders).toEqual({ 'duty-chief': null });
  expect(run.snapshot.configuration).toBe('by-hand');
});

test('waits with an alarm to the dispatcher, and asks whoever has become free by the next one', () => {
  const run = pass(report({ assignees: [], chief, severity: 'P2' }), createdAt);
  expect(kinds(run)).toEqual(['waiting']);
  const alarms = () =>
    run.effects.filter((effect) => effect.kind === 'notify' && effect.name === 'dispatch-waits');
  expect(alarms()).toMatchObject([
    { to: { role: 'dispatcher' }, text: { 'zh-CN': 'SA-1 暂无合适人选，正在排队等待派单' } },
  ]);
  pass(run, addMs(createdAt, 1_800_000));
  expect(kinds(run)).toEqual(['waiting', 'waiting']);
  expect(alarms()).toHaveLength(2);
  const near = people.map((person) => ({ ...person, home: { latitude: 22.54, longitude: 114.06 } }));
  const freed = { ...run, company: { ...run.company, assignees: near } };
  pass(freed, addMs(createdAt, 3_600_000));
  expect(kinds(freed)).toEqual(['waiting', 'waiting', 'offered']);
});

test('is silent while the offers of a rung are still open, and the same input gives the same hash', () => {
  const run = report({ assignees: people, chief });
  const asked = required(run.waiting[0]);
  expect(plan(run, asked)).toEqual(plan(run, asked));
  pass(run, createdAt);
  const again = plan(run, asked);
  expect(again.event).toBeUndefined();
  expect(again.record.rung).toMatchObject({ kind: 'stay', rung: 'nearest' });
  expect(run.proposals[0]?.event?.decision).toBe(run.proposals[0]?.hash);
});

test('a raise to P0 leaves the everyday ladder for the urgent one and may ask the same people again', () => {
  const run = pass(report({ assignees: people, chief, severity: 'P1' }), createdAt);
  expect(run.snapshot.work['dispatch']?.route).toMatchObject({ ladder: '*', rung: 'best', asked: ['lin'] });
  const raised = { ...run.snapshot, record: { ...run.snapshot.record, severity: 'P0' } };
  const next = plan(
    { ...run, snapshot: raised, at: addMs(createdAt, 240_000) },
    {
      ...required(run.effects.find((effect) => effect.kind === 'requestPlan')),
    },
  );
  expect(next.event).toMatchObject({ kind: 'offered', ladder: 'urgent', rung: 'nearest' });
  expect(next.event?.kind === 'offered' && next.event.leaseUntil).toBe(addMs(createdAt, 300_000));
});
