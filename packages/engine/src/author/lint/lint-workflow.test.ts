import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import twoStep from '../../../../../examples/two-step/two-step.workflow.json' with { type: 'json' };
import { issue } from '../../issue/issue.ts';
import { isJsonObject, type Json } from '../../issue/json.ts';
import { readPointer, writePointer } from '../../issue/json-pointer.ts';
import { bundleWorkflow } from '../bundle-workflow.ts';
import type { Workflow } from '../definition/workflow.ts';
import { parseWorkflow } from '../parse-workflow.ts';
import { lintWorkflow } from './lint-workflow.ts';
import { lintRule } from './rule.ts';
import { recommended } from './rule-sets.ts';

const at = '2026-09-01T00:00:00Z';
const fixtures = new URL('fixtures/', import.meta.url);
const examples = new URL('../../../../../examples/', import.meta.url);
const pages = new URL('../../../../../docs/reference/lint/', import.meta.url);

interface Fixture {
  readonly reports: readonly string[];
  readonly workflow: Json;
}

function fixture(path: string): Fixture {
  return JSON.parse(readFileSync(new URL(path, fixtures), 'utf8')) as Fixture;
}

function parsed(document: Json): Workflow {
  const { value, issues } = parseWorkflow(document);
  if (value === undefined) throw new Error(JSON.stringify(issues.slice(0, 3)));
  return value;
}

function found(document: Json): readonly string[] {
  return lintWorkflow(parsed(document), { at }).map(({ code, pointer }) => `${code} ${pointer}`);
}

/** Applies a quick fix's JSON Patch; `/transitions` that does not exist yet is made. */
function fixed(document: Json, fix: Json | undefined): Json {
  const patch = isJsonObject(fix) && Array.isArray(fix['patch']) ? fix['patch'] : [];
  return patch.reduce<Json>(
    (json, { op, path, value }) => writePointer(json, path, op === 'remove' ? undefined : value),
    document,
  );
}

const codes = recommended.map(({ code }) => code);

describe('[B26] every rule', () => {
  test.each(codes)('%s reports its wrong document, at the stated places and nothing else', (code) => {
    const { reports, workflow } = fixture(`${code}/wrong.json`);
    const own = reports.map((pointer) => `${code} ${pointer}`);
    const side = sideFindings[code] ?? [];
    expect(found(workflow).toSorted()).toEqual([...own, ...side].toSorted());
  });

  test.each(codes)('%s says nothing about its right document, nor does another', (code) => {
    expect(found(fixture(`${code}/right.json`).workflow)).toEqual([]);
  });

  test.each(codes)('%s has a page that names its severity', (code) => {
    const page = readFileSync(new URL(`${code}.md`, pages), 'utf8');
    expect(page).toContain(`# ${code}`);
    expect(page).toContain(recommended.find((rule) => rule.code === code)?.severity);
  });

  test('has fixtures, and no fixture is without a rule', () => {
    const folders = globSync('*/*/wrong.json', { cwd: fixtures.pathname });
    expect(folders.map((path) => path.replace('/wrong.json', '')).toSorted()).toEqual(codes.toSorted());
  });

  test.each(codes.filter((code) => hasFix(code)))('%s is cured by its own quick fix', (code) => {
    const { workflow } = fixture(`${code}/wrong.json`);
    const cured = lintWorkflow(parsed(workflow), { at })
      .filter((one) => one.code === code)
      .toReversed()
      .reduce((document, one) => fixed(document, one.data['fix']), workflow);
    expect(found(cured).filter((one) => one.startsWith(`${code} `))).toEqual([]);
  });
});

/** What a mistake necessarily brings with it under another code. */
const sideFindings: { readonly [code: string]: readonly string[] } = {
  'clock/never-starts': ['lint/event-nobody-sends /flow/events/called'],
};

function hasFix(code: string): boolean {
  const { workflow } = fixture(`${code}/wrong.json`);
  return lintWorkflow(parsed(workflow), { at }).some(
    (one) => one.code === code && one.data['fix'] !== undefined,
  );
}

describe('lintWorkflow', () => {
  test('[T08] lets a flow of start and end alone be, with a warning at most', () => {
    const { repair, ...ends } = twoStep.flow.steps;
    const alone = { ...twoStep, flow: { start: 'closed', steps: ends } };
    expect(lintWorkflow(parsed(alone)).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(repair.kind).toBe('wait');
  });

  test.each([
    'security-aftersales/security-aftersales.workflow.json',
    'security-aftersales/spare-part-claim.workflow.json',
    'it-incident/it-incident.workflow.json',
    'two-step/two-step.workflow.json',
  ])('finds no error in %s', (path) => {
    const file = new URL(path, examples);
    const read = (name: string) => JSON.parse(readFileSync(new URL(name, file), 'utf8')) as Json;
    const bundled = bundleWorkflow(JSON.parse(readFileSync(file, 'utf8')) as Json, read).value ?? {};
    const errors = lintWorkflow(parsed(bundled)).filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
  });

  test('turns a crashing rule into an issue and runs the others', () => {
    const crashing = lintRule('lint/complexity', () => {
      throw new Error('broken');
    });
    const working = lintRule('logic/gap', () => [issue('logic/gap', '/flow', { id: 'x' })]);
    const [crash, ...others] = lintWorkflow(parsed(twoStep), { rules: [crashing, working] });
    expect(crash).toMatchObject({ code: 'lint/rule-crashed', data: { rule: 'lint/complexity' } });
    expect(others.map(({ code }) => code)).toEqual(['logic/gap']);
  });

  test('points only at places that exist', () => {
    for (const code of codes) {
      const { reports, workflow } = fixture(`${code}/wrong.json`);
      expect(reports.length, code).toBeGreaterThan(0);
      for (const pointer of reports) expect(readPointer(workflow, pointer), pointer).toBeDefined();
    }
  });
});
