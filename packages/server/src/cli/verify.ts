import { verifyWorkflow } from '@paidan/engine/verify';
import type { Command } from './command.ts';
import { countLine, exitCodeOf, issueLines, printResult } from './output.ts';
import { readWorkflow } from './read-document.ts';

export const verify: Command = {
  files: ['FILE'],
  help: {
    'zh-CN': '证明流程不会卡住，列出未能证明的部分',
    en: 'Prove that no work order gets stuck, and say what is not proven',
  },
  options: {},
  run(call) {
    const [file = ''] = call.words;
    const { workflow, issues: read } = readWorkflow(call.folder, file);
    const verdict = workflow === undefined ? undefined : verifyWorkflow(workflow);
    const issues = [...read, ...(verdict?.issues ?? [])];
    printResult(call, { ...verdict, issues }, () => [
      ...issueLines(issues, call),
      ...(verdict?.certificate.claims ?? []).map(
        ({ title, holds }) => `${holds ? '✓' : '✗'} ${title[call.locale]}`,
      ),
      ...(verdict?.certificate.assumptions ?? []).map((text) => `· ${text[call.locale]}`),
      countLine(issues, call),
    ]);
    return exitCodeOf(issues);
  },
};
