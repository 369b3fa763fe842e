import { readFileSync } from 'node:fs';
import { parseWorkflow } from '@paidan/engine';
import { expect, it } from 'vitest';
import type { Person } from '../host/host.ts';
import { type Asker, personOf } from './actor.ts';
import { may } from './may.ts';

const example = new URL('../../../../examples/two-step/two-step.workflow.json', import.meta.url);
const { value } = parseWorkflow(JSON.parse(readFileSync(example, 'utf8')));
if (value === undefined) throw new Error('the example is broken');
const workflow = value;

const worker: Person = { id: 'u1', name: '林工', roles: ['worker'], tenant: 'shenzhen', rights: [] };
const person = (change: Partial<Person> = {}): Asker => ({
  kind: 'person',
  person: { ...worker, ...change },
});
const link: Asker = { kind: 'link', person: worker, workOrderId: 'wo-1' };
const see = (workOrderId: string, tenant = 'shenzhen') =>
  ({ kind: 'see', workflow, workOrderId, tenant }) as const;
const call = (who: 'anybody' | 'person' | 'customer' | 'workflow' | 'demo', hasDemo = false) =>
  ({ kind: 'call', who, hasDemo }) as const;

it.each([
  ['a stranger may call what is open to anybody', { kind: 'nobody' }, call('anybody'), 'yes'],
  ['a stranger must sign in', { kind: 'nobody' }, call('customer'), 'sign-in'],
  ['a link does not reach what is for people', link, call('person'), 'not-permitted'],
  ['a link reaches the customer’s page', link, call('customer'), 'yes'],
  ['a right of the installation is asked for', person(), call('workflow'), 'not-permitted'],
  ['a right of the installation is enough', person({ rights: ['workflow'] }), call('workflow'), 'yes'],
  ['outside a demo nobody finds the demo', person(), call('demo'), 'absent'],
  ['in a demo everybody finds it', { kind: 'nobody' }, call('demo', true), 'yes'],
  ['a role of the version opens a work order', person(), see('wo-1'), 'yes'],
  ['another tenant’s work order is not there', person(), see('wo-1', 'beijing'), 'absent'],
  ['without a role of the version it is not there', person({ roles: [] }), see('wo-1'), 'absent'],
  ['a link opens its own work order', link, see('wo-1'), 'yes'],
  ['a link opens no other one', link, see('wo-2'), 'absent'],
  ['overriding needs the role’s leave', person(), { kind: 'override', workflow }, 'not-permitted'],
] as const)('[B36] %s', (_title, asker, intent, verdict) => {
  expect(may(asker, intent)).toBe(verdict);
});

it('keeps the rights of the installation apart from the roles of workflows', () => {
  const actor = { id: 'u1', name: '林工', roles: ['worker', 'right:workflow', 'right:everything'] };
  expect(personOf({ tenant: 'shenzhen', actor })).toMatchObject({ roles: ['worker'], rights: ['workflow'] });
});
