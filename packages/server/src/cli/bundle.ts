import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { printJson } from '@paidan/engine';
import { type Command, textOption } from './command.ts';
import { countLine, exitCodeOf, issueLines, printResult } from './output.ts';
import { bundleFile } from './read-document.ts';

export const bundle: Command = {
  files: ['FILE'],
  help: { 'zh-CN': '把流程引用的文件合成一份', en: 'Inline everything a workflow refers to' },
  options: {
    out: {
      type: 'string',
      help: { 'zh-CN': '写入文件，默认输出到屏幕', en: 'Write to a file instead of stdout' },
    },
  },
  run(call, options) {
    const [file = ''] = call.words;
    const { value, issues } = bundleFile(call.folder, file);
    if (value === undefined) {
      printResult(call, { issues }, () => [...issueLines(issues, call), countLine(issues, call)]);
      return exitCodeOf(issues);
    }
    const out = textOption(options, 'out');
    const text = printJson(value);
    if (out === undefined) call.print(text.endsWith('\n') ? text : `${text}\n`);
    else writeFileSync(resolve(call.folder, out), text);
    return 0;
  },
};
