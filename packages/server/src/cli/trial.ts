import { readdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { afterOutcome } from '@paidan/connectors';
import type { Workflow } from '@paidan/engine';
import { isJsonObject, type JsonObject } from '@paidan/engine/issue';
import {
  mergeCoverage,
  runTrial,
  type Scenario,
  type Story,
  tellStory,
  type World,
} from '@paidan/engine/trial';
import { formsKernel } from '@paidan/forms';
import { BadUse } from './bad-use.ts';
import type { Call, Command } from './command.ts';
import { countLine, exitCodeOf, issueLines, printResult } from './output.ts';
import { readJson, readWorkflow } from './read-document.ts';

export const trial: Command = {
  files: ['FILE', 'SCENARIO…'],
  help: {
    'zh-CN': '按剧本试运行流程，逐行讲述经过',
    en: 'Run a workflow through scenarios and tell the story',
  },
  options: {
    coverage: {
      type: 'boolean',
      help: { 'zh-CN': '列出没有走到的环节和流转', en: 'List steps and transitions nobody tried' },
    },
  },
  run(call, options) {
    const [file = '', ...scenarios] = call.words;
    const { workflow, issues } = readWorkflow(call.folder, file);
    if (workflow === undefined) {
      printResult(call, { issues }, () => [...issueLines(issues, call), countLine(issues, call)]);
      return exitCodeOf(issues);
    }
    const neighbours = neighboursOf(call.folder, file);
    const world: World = {
      forms: formsKernel,
      delivery: afterOutcome,
      workflows: Object.fromEntries(neighbours.map(({ document, workflow: { id } }) => [id, document])),
    };
    const runs = scenarios.map((path) => runTrial(workflow, scenarioIn(call, path), world));
    const stories = runs.flatMap(({ value }) => (value === undefined ? [] : [value]));
    const found = runs.flatMap(({ value, issues: own }) => (value === undefined ? own : value.issues));
    const all = [workflow, ...neighbours.map((one) => one.workflow)];
    printResult(call, { stories, issues: found }, () => [
      ...stories.flatMap((story) => [tellStory(story, all, call.locale), '']),
      ...(stories.length < runs.length ? issueLines(found, call) : []),
      ...(options['coverage'] === true ? coverageLines(stories, call) : []),
    ]);
    return exitCodeOf(found);
  },
};

/** Documents beside the file, for children and linked work orders. */
function neighboursOf(
  folder: string,
  file: string,
): readonly { readonly document: JsonObject; readonly workflow: Workflow }[] {
  const beside = dirname(resolve(folder, file));
  const names = readdirSync(beside).filter((name) => name.endsWith('.workflow.json'));
  return names.flatMap((name) => {
    const { document, workflow } = readWorkflow(beside, name);
    return document === undefined || workflow === undefined || resolve(folder, file) === resolve(beside, name)
      ? []
      : [{ document, workflow }];
  });
}

function scenarioIn(call: Call, path: string): Scenario {
  const json = readJson(call.folder, path);
  const isScenario =
    isJsonObject(json) && ['startAt', 'people', 'order', 'acts', 'expects'].every((key) => key in json);
  if (isScenario) return json as unknown as Scenario;
  throw new BadUse({
    'zh-CN': `${path} 不是试运行剧本：需要 startAt、people、order、acts、expects`,
    en: `${path} is no scenario: it needs startAt, people, order, acts and expects`,
  });
}

function coverageLines(stories: readonly Story[], { locale }: Call): readonly string[] {
  const { steps, transitions } = mergeCoverage(stories.map(({ coverage }) => coverage));
  const share = (counts: { readonly [pointer: string]: number }) => {
    const all = Object.values(counts);
    return `${all.filter((count) => count > 0).length}/${all.length}`;
  };
  const untried = [...Object.entries(steps), ...Object.entries(transitions)].flatMap(([pointer, count]) =>
    count === 0 ? [`  · ${pointer}`] : [],
  );
  const head =
    locale === 'en'
      ? `Coverage: steps ${share(steps)}, transitions ${share(transitions)}; not tried:`
      : `覆盖：环节 ${share(steps)}，流转 ${share(transitions)}；未走到：`;
  return [head, ...untried];
}
