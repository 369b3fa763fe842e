import { compileWorkflow, lintWorkflow } from '@paidan/engine';
import type { Issue } from '@paidan/engine/issue';
import { formsKernel } from '@paidan/forms';
import type { Command } from './command.ts';
import { countLine, exitCodeOf, issueLines, printResult } from './output.ts';
import { readWorkflow } from './read-document.ts';

export const lint: Command = {
  files: ['FILE'],
  help: { 'zh-CN': '检查一份流程定义，逐条列出问题', en: 'Check a workflow and list every issue' },
  options: {},
  run(call) {
    const [file = ''] = call.words;
    const { workflow, issues: read } = readWorkflow(call.folder, file);
    const compiled = workflow === undefined ? [] : compileWorkflow(workflow, { forms: formsKernel }).issues;
    const linted = workflow === undefined ? [] : lintWorkflow(workflow);
    const issues = distinct([...read, ...compiled, ...linted]);
    printResult(call, { issues }, () => [...issueLines(issues, call), countLine(issues, call)]);
    return exitCodeOf(issues);
  },
};

/** Parsing, compiling and linting may find the same thing at the same place. */
function distinct(issues: readonly Issue[]): readonly Issue[] {
  const byPlace = new Map(
    issues.map((found) => [`${found.code} ${found.pointer} ${JSON.stringify(found.data)}`, found]),
  );
  return [...byPlace.values()];
}
