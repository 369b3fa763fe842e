import type { Locale } from './locale.ts';

/** What a command is given: words behind its name, and the way out. Paths are relative to `folder`. */
export interface Call {
  readonly words: readonly string[];
  readonly folder: string;
  readonly locale: Locale;
  /** One JSON document on stdout in place of text for people. */
  readonly json: boolean;
  readonly print: (text: string) => void;
}

/** 0 done, 1 findings of severity error or refused, 2 bad use, 3 outage (retry helps), 130 interrupted cleanly. */
export type ExitCode = 0 | 1 | 2 | 3 | 130;

export interface CommandOption {
  readonly type: 'string' | 'boolean';
  readonly help: { readonly 'zh-CN': string; readonly en: string };
}

/** One command of the bin. `files` names the words it wants: `…` may come again, `[…]` may be left out. */
export interface Command {
  readonly files: readonly string[];
  readonly help: { readonly 'zh-CN': string; readonly en: string };
  readonly options: { readonly [name: string]: CommandOption };
  readonly run: (call: Call, options: Options) => Promise<ExitCode> | ExitCode;
}

export type Options = { readonly [name: string]: string | boolean | undefined };

export function textOption(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

export function isAsked(options: Options, name: string): boolean {
  return options[name] === true;
}
