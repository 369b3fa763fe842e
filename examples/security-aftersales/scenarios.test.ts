import { readdirSync, readFileSync } from 'node:fs';
import { afterOutcome } from '@paidan/connectors';
import { bundleWorkflow, parseWorkflow, type Workflow } from '@paidan/engine';
import type { Json } from '@paidan/engine/issue';
import { mergeCoverage, runTrial, type Scenario, type Story, tellStory } from '@paidan/engine/trial';
import { formsKernel } from '@paidan/forms';
import { describe, expect, test } from 'vitest';

const folder = new URL('./', import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as Json;
const documentOf = (path: string) => bundleWorkflow(read(path), read).value ?? {};
const claim = documentOf('spare-part-claim.workflow.json');
const workflow = workflowOf(documentOf('security-aftersales.workflow.json'));
const names = readdirSync(new URL('scenarios', folder)).toSorted();

function workflowOf(document: Json): Workflow {
  const { value } = parseWorkflow(document);
  if (value === undefined) throw new Error('the example must parse');
  return value;
}

function storyOf(name: string): Story {
  const scenario = read(`scenarios/${name}`) as unknown as Scenario;
  const world = { forms: formsKernel, delivery: afterOutcome, workflows: { 'spare-part-claim': claim } };
  const { value } = runTrial(workflow, scenario, world);
  if (value === undefined) throw new Error('the example must compile');
  return value;
}

describe('the scenarios of the example', () => {
  test.each(names)('[S01] %s comes true', (name) => {
    const { issues, expectations } = storyOf(name);
    expect(issues).toEqual([]);
    expect(expectations.length).toBeGreaterThan(0);
  });

  test.each(names)('%s is the same story every time, as data and as text', (name) => {
    const one = storyOf(name);
    expect(JSON.stringify(storyOf(name))).toBe(JSON.stringify(one));
    expect(tellStory(one, [workflow, workflowOf(claim)], 'zh-CN').split('\n').length).toBeGreaterThan(3);
  });

  test('pass most steps of the flow together', () => {
    const { steps } = mergeCoverage(names.map((name) => storyOf(name).coverage));
    const untried = Object.entries(steps).flatMap(([pointer, count]) => (count === 0 ? [pointer] : []));
    expect(untried).toEqual(['/flow/steps/await-approval', '/flow/steps/cancelled']);
  });

  test('[S29] the P0 at night is with the duty chief within 300 seconds', () => {
    const { frames, startAt } = storyOf('urgent-at-night.scenario.json');
    const escalated = frames.find(({ event }) => event.kind === 'escalated');
    expect(Date.parse(escalated?.at ?? '') - Date.parse(startAt)).toBeLessThanOrEqual(300_000);
  });
});
