import { readFileSync } from 'node:fs';
import { bundleWorkflow } from '@paidan/engine';
import { describe, expect, it } from 'vitest';
import { screenPlan } from './screen-plan.ts';
import { workflowDocument } from './workflow-document.ts';

const examples = new URL('../../../../examples/', import.meta.url);

function documentAt(folder: string) {
  const read = (path: string) => JSON.parse(readFileSync(new URL(`${folder}/${path}`, examples), 'utf8'));
  const { value, issues } = bundleWorkflow(read(`${folder}.workflow.json`), read);
  if (value === undefined) throw new TypeError(JSON.stringify(issues));
  return workflowDocument(value);
}

const aftersales = documentAt('security-aftersales');
const incident = documentAt('it-incident');

describe('the plan of the after-sales workflow', () => {
  it('gives the desk to whoever may begin a work order', () => {
    const plan = screenPlan(aftersales, ['agent']);
    expect(plan.landing).toBe('desk');
    expect(plan.entries).toMatchObject([{ step: 'report', form: 'repair-report' }]);
    expect(plan.list.map(({ pointer }) => pointer)).toMatchInlineSnapshot(`
      [
        "/phone",
        "/sn",
        "/description",
        "/deviceType",
      ]
    `);
  });

  it('[S27] gives the board to whoever may pick by hand', () => {
    const plan = screenPlan(aftersales, ['dispatcher']);
    expect(plan.landing).toBe('board');
    expect(plan.pools).toEqual([{ id: 'security-aftersales.aftersales', steps: ['dispatch'] }]);
  });

  it('gives the phone to whoever is sent, with the phone number shortened', () => {
    const plan = screenPlan(aftersales, ['engineer']);
    expect(plan.landing).toBe('field');
    expect(plan.menu).not.toContain('board');
    expect(plan.columns.find(({ pointer }) => pointer === '/phone')?.isMasked).toBe(true);
  });

  it('[S08] shows a storekeeper only what the role reads', () => {
    const { columns } = screenPlan(aftersales, ['storekeeper']);
    expect(columns.length).toBeGreaterThan(0);
    for (const { pointer } of columns) expect(pointer).toMatch(/^\/(parts|partsIssued|partsCount|sn)/);
  });

  it('gives the customer, who has a link and no account, no menu', () => {
    expect(screenPlan(aftersales, ['customer']).menu).toEqual([]);
  });

  it('shows each place of the record once, under the form that writes it', () => {
    const { detail, columns } = screenPlan(aftersales, ['agent']);
    const shown = detail.flatMap((section) => section.columns.map(({ pointer }) => pointer));
    const named = columns.filter(({ isNamed }) => isNamed).map(({ pointer }) => pointer);
    expect([...shown].sort()).toEqual(named.sort());
    expect(shown).not.toContain('/customerId');
  });
});

it('[S69] makes a list and a detail of a workflow without forms and without a policy', () => {
  const plan = screenPlan(incident, ['desk']);
  expect(plan).toMatchObject({
    menu: ['desk', 'tasks', 'measures'],
    landing: 'desk',
    entries: [],
    pools: [],
  });
  expect(plan.columns.length).toBeGreaterThan(0);
});

it('makes an empty plan of a flow of start and end', () => {
  const two = { ...incident, record: { type: 'object' }, flow: { ...incident.flow, steps: {} } };
  expect(screenPlan(two, ['desk'])).toMatchObject({ columns: [], detail: [], entries: [], pools: [] });
});
