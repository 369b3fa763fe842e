import { resolve } from 'node:path';
import { BadUse } from './bad-use.ts';
import { type Command, type ExitCode, isAsked, type Options, textOption } from './command.ts';
import { installationOptions, toStderr, whereOf } from './installation-options.ts';
import { hearLeaveWord } from './leave-word.ts';

export const serve: Command = {
  files: ['[WORKFLOW…]'],
  help: {
    'zh-CN': '启动服务器，先发布列出的流程；Ctrl-C 处理完手头的工作再退出，连按两次立即退出',
    en: 'Run the server, publishing these workflows first; Ctrl-C drains, twice leaves at once',
  },
  options: {
    listen: {
      type: 'string',
      help: {
        'zh-CN': '地址和端口，默认 127.0.0.1:8787',
        en: 'Address and port, 127.0.0.1:8787 by default',
      },
    },
    lan: { type: 'boolean', help: { 'zh-CN': '允许局域网访问', en: 'Listen on the network' } },
    'no-worker': {
      type: 'boolean',
      help: {
        'zh-CN': '只应答请求，作业交给 paidan worker',
        en: 'Only answer; jobs are left to paidan worker',
      },
    },
    ...installationOptions,
  },
  async run(call, options): Promise<ExitCode> {
    const listen = addressOf(options);
    const leave = hearLeaveWord();
    try {
      const { createServer } = await import('../host/create-server.ts');
      const server = await createServer({
        ...whereOf(call, options),
        workflows: call.words.map((file) => resolve(call.folder, file)),
        worker: !isAsked(options, 'no-worker'),
        listen,
        onError: toStderr,
      });
      call.print(call.json ? `${JSON.stringify({ url: server.url })}\n` : `${server.url}\n`);
      await leave.said;
      await server.close();
      return 0;
    } finally {
      leave.end();
    }
  },
};

function addressOf(options: Options): { readonly port: number; readonly hostname: string } {
  const asked = textOption(options, 'listen') ?? process.env['PAIDAN_LISTEN'] ?? '127.0.0.1:8787';
  const [, hostname, port] = /^(?:(.+):)?(\d{1,5})$/.exec(asked) ?? [];
  if (port === undefined || Number(port) > 65_535) {
    throw new BadUse({
      'zh-CN': `--listen 应为「地址:端口」或端口，实际是「${asked}」`,
      en: `--listen takes ADDRESS:PORT or a port, found "${asked}"`,
    });
  }
  const isOpen = isAsked(options, 'lan') || process.env['PAIDAN_LAN'] === 'on';
  return { port: Number(port), hostname: isOpen ? '0.0.0.0' : (hostname ?? '127.0.0.1') };
}
