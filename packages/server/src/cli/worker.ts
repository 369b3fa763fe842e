import type { WorkerChoice, WorkerQueue } from '../jobs/worker.ts';
import { BadUse } from './bad-use.ts';
import { type Command, type ExitCode, type Options, textOption } from './command.ts';
import { installationOptions, withInstallation } from './installation-options.ts';
import { hearLeaveWord } from './leave-word.ts';

export const worker: Command = {
  files: [],
  help: {
    'zh-CN': '另起一个进程执行作业；Ctrl-C 做完手头的作业再退出，连按两次立即退出',
    en: 'Perform jobs in a process of its own; Ctrl-C drains, twice leaves at once',
  },
  options: {
    queues: {
      type: 'string',
      help: { 'zh-CN': '只处理这些队列，逗号分隔', en: 'Only these queues, separated by commas' },
    },
    concurrency: {
      type: 'string',
      help: { 'zh-CN': '每个队列同时执行多少个作业，默认 16', en: 'Jobs at once per queue, 16 by default' },
    },
    ...installationOptions,
  },
  async run(call, options): Promise<ExitCode> {
    const { workerQueues } = await import('../jobs/worker.ts');
    const choice = choiceOf(options, workerQueues);
    const leave = hearLeaveWord();
    try {
      return await withInstallation<ExitCode>(call, options, async (installation) => {
        installation.startWorker(choice);
        const { queues = workerQueues } = choice;
        call.print(call.json ? `${JSON.stringify({ queues })}\n` : `${queues.join(', ')}\n`);
        await leave.said;
        return 0;
      });
    } finally {
      leave.end();
    }
  },
};

function choiceOf(options: Options, known: readonly WorkerQueue[]): WorkerChoice {
  const named = textOption(options, 'queues') ?? process.env['PAIDAN_QUEUES'];
  const atOnce = textOption(options, 'concurrency') ?? process.env['PAIDAN_CONCURRENCY'];
  const queues = named?.split(',').map((name) => queueNamed(name.trim(), known));
  const concurrency = atOnce === undefined ? undefined : Number(atOnce);
  if (
    concurrency !== undefined &&
    !(Number.isInteger(concurrency) && concurrency >= 1 && concurrency <= 256)
  ) {
    throw new BadUse({
      'zh-CN': `--concurrency 应为 1 到 256 的整数，实际是「${atOnce}」`,
      en: `--concurrency takes a whole number from 1 to 256, found "${atOnce}"`,
    });
  }
  return {
    ...(queues === undefined ? {} : { queues }),
    ...(concurrency === undefined ? {} : { concurrency }),
  };
}

function queueNamed(name: string, known: readonly WorkerQueue[]): WorkerQueue {
  const queue = known.find((one) => one === name);
  if (queue !== undefined) return queue;
  throw new BadUse({
    'zh-CN': `没有队列「${name}」，可用的有：${known.join('、')}`,
    en: `There is no queue "${name}"; there are ${known.join(', ')}`,
  });
}
