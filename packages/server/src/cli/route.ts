import type { Json } from '@paidan/engine/issue';
import {
  type AssigneeFacts,
  compilePolicy,
  explain,
  planAssignments,
  type WorkOrderFacts,
} from '@paidan/engine/routing';
import { BadUse } from './bad-use.ts';
import { type Call, type Command, type Options, textOption } from './command.ts';
import { countLine, exitCodeOf, issueLines, printResult } from './output.ts';
import { readJson } from './read-document.ts';

const text = (zh: string, en: string) => ({ type: 'string', help: { 'zh-CN': zh, en } }) as const;

export const route: Command = {
  files: ['POLICY'],
  help: { 'zh-CN': '用一份策略给一批工单排人', en: 'Plan work orders by a policy' },
  options: {
    'work-orders': text('工单事实的 JSON 数组文件', 'File with an array of work-order facts'),
    assignees: text('处理人事实的 JSON 数组文件', 'File with an array of assignee facts'),
    at: text('决定的时刻，如 2026-03-02T10:00:00+08:00', 'The instant of the decision'),
    explain: text('解释一张工单', 'Explain one work order'),
  },
  run(call, options) {
    const [file = ''] = call.words;
    const { value: policy, issues } = compilePolicy(readJson(call.folder, file));
    if (policy === undefined) {
      printResult(call, { issues }, () => [...issueLines(issues, call), countLine(issues, call)]);
      return exitCodeOf(issues);
    }
    const workOrders = listIn(call, options, 'work-orders') as unknown as readonly WorkOrderFacts[];
    const assignees = listIn(call, options, 'assignees') as unknown as readonly AssigneeFacts[];
    const plan = planAssignments({ policy, workOrders, assignees, at: instantIn(options) });
    const explained = textOption(options, 'explain');
    const explanation = explained === undefined ? undefined : explain(plan, explained);
    const { offers, unmatched, certificate } = plan;
    printResult(call, explanation === undefined ? plan : { plan, explanation }, () => [
      ...Object.entries(offers).map(([id, { assigneeId }]) => `${id} → ${assigneeId}`),
      ...Object.keys(unmatched).map((id) => `${id} → —`),
      JSON.stringify(certificate),
      ...(explanation === undefined ? [] : [JSON.stringify(explanation, undefined, 2)]),
    ]);
    return exitCodeOf(issues);
  },
};

function listIn(call: Call, options: Options, name: string): readonly Json[] {
  const file = textOption(options, name);
  const json = file === undefined ? undefined : readJson(call.folder, file);
  if (Array.isArray(json)) return json;
  throw new BadUse({
    'zh-CN': `--${name} 需要一个 JSON 数组文件`,
    en: `--${name} wants a file with a JSON array`,
  });
}

function instantIn(options: Options): string {
  const at = textOption(options, 'at');
  if (at !== undefined && !Number.isNaN(Date.parse(at))) return new Date(at).toISOString();
  throw new BadUse({ 'zh-CN': '--at 需要一个 ISO 时刻', en: '--at wants an ISO instant' });
}
