import { type Command, textOption } from './command.ts';
import { installationOptions, onlyTenant, withInstallation } from './installation-options.ts';
import { countLine, exitCodeOf, issueLines, printResult } from './output.ts';
import { bundleFile } from './read-document.ts';

export const publish: Command = {
  files: ['FILE'],
  help: {
    'zh-CN': '发布一份流程；进行中的工单留在原版本',
    en: 'Publish a workflow; running work orders stay on theirs',
  },
  options: {
    note: { type: 'string', help: { 'zh-CN': '这一版改了什么', en: 'What this version changes' } },
    ...installationOptions,
  },
  run(call, options) {
    const [file = ''] = call.words;
    const bundled = bundleFile(call.folder, file);
    if (bundled.value === undefined) {
      printResult(call, { issues: bundled.issues }, () => issueLines(bundled.issues, call));
      return exitCodeOf(bundled.issues);
    }
    const note = textOption(options, 'note');
    return withInstallation(call, options, async ({ host }) => {
      const by = {
        tenant: onlyTenant,
        actorId: 'system',
        ...(note === undefined ? {} : { note }),
      };
      const { value, issues } = await host.publish(bundled.value, by);
      const { hash, workflowId } = value ?? {};
      printResult(call, { workflow: workflowId, hash, issues }, () => [
        ...issueLines(issues, call),
        countLine(issues, call),
        ...(hash === undefined ? [] : [`${workflowId}  ${hash}`]),
      ]);
      return exitCodeOf(issues);
    });
  },
};
