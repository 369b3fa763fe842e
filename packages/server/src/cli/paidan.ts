#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { WorkflowFault } from '@paidan/engine/issue';
import { BadUse } from './bad-use.ts';
import { bundle } from './bundle.ts';
import type { Command, ExitCode } from './command.ts';
import { importCommand } from './import.ts';
import { lint } from './lint.ts';
import { type Locale, localeOf } from './locale.ts';
import { publish } from './publish.ts';
import { route } from './route.ts';
import { serve } from './serve.ts';
import { trial } from './trial.ts';
import { verify } from './verify.ts';
import { worker } from './worker.ts';

/** Every command of the bin; another one is one line here and a file beside this. */
const commands: { readonly [name: string]: Command } = {
  ...{ lint, verify, bundle, trial, route },
  publish,
  import: importCommand,
  serve,
  worker,
};

const everywhere = {
  json: { type: 'boolean' },
  locale: { type: 'string' },
  help: { type: 'boolean' },
} as const;

async function run(name: string | undefined, words: readonly string[]): Promise<ExitCode> {
  const command = name === undefined || !Object.hasOwn(commands, name) ? undefined : commands[name];
  if (name === undefined || command === undefined) {
    const isAsked = name === undefined || name === 'help' || name === '--help';
    (isAsked ? process.stdout : process.stderr).write(`${overview(localeOf(undefined, process.env))}\n`);
    return isAsked ? 0 : 2;
  }
  const { values, positionals } = parse(command, words);
  const locale = localeOf(typeof values['locale'] === 'string' ? values['locale'] : undefined, process.env);
  if (values['help'] === true) {
    process.stdout.write(`${usage(name, command, locale)}\n`);
    return 0;
  }
  const wanted = command.files.filter((file) => !file.startsWith('['));
  if (positionals.length < wanted.length) throw missing(name, command);
  const print = (text: string) => void process.stdout.write(text);
  const json = values['json'] === true;
  return command.run({ words: positionals, folder: process.cwd(), locale, json, print }, values);
}

function parse({ options }: Command, words: readonly string[]) {
  const own = Object.fromEntries(Object.entries(options).map(([name, { type }]) => [name, { type }]));
  try {
    return parseArgs({ args: [...words], options: { ...everywhere, ...own }, allowPositionals: true });
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    throw new BadUse({ 'zh-CN': `参数有误：${why}`, en: why });
  }
}

function missing(name: string, command: Command): BadUse {
  return new BadUse({
    'zh-CN': `缺少参数。\n${usage(name, command, 'zh-CN')}`,
    en: `Something is missing.\n${usage(name, command, 'en')}`,
  });
}

function usage(name: string, { files, help, options }: Command, locale: Locale): string {
  const own = Object.entries(options).map(([option, { help: what }]) => `  --${option}  ${what[locale]}`);
  return [`paidan ${name} ${files.join(' ')}  ${help[locale]}`, ...own].join('\n');
}

function overview(locale: Locale): string {
  const lines = Object.entries(commands).map(
    ([name, { files, help }]) => `  ${name} ${files.join(' ')}  ${help[locale]}`,
  );
  return [
    locale === 'en' ? 'paidan COMMAND [--json] [--locale en]' : 'paidan 命令 [--json] [--locale en]',
    ...lines,
  ].join('\n');
}

/** What went wrong, for the person at the terminal; a defect of ours keeps its stack. */
function explain(error: unknown): ExitCode {
  if (error instanceof BadUse) {
    process.stderr.write(`${error.in(localeOf(undefined, process.env))}\n`);
    return 2;
  }
  if (!(error instanceof WorkflowFault)) throw error;
  process.stderr.write(`${error.message}\n`);
  return error.remedy === 'give-up' ? 1 : 3;
}

// A reader such as `head` may leave before the end; that is no failure.
process.stdout.on('error', () => process.exit(0));
const [name, ...words] = process.argv.slice(2);
try {
  process.exitCode = await run(name, words);
} catch (error) {
  process.exitCode = explain(error);
}
