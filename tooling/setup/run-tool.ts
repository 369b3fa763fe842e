import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

type Run = {
  /** A name in `node_modules/.bin` of `cwd` or of the workspace, or `node` for the Node that runs this. */
  readonly tool: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** Shows the output while it comes; it is returned either way. */
  readonly live?: boolean;
  readonly env?: Readonly<Record<string, string>>;
};

export type ToolResult = { readonly code: number; readonly output: string; readonly seconds: number };

const root = join(import.meta.dirname, '..', '..');

// Tools start with whatever `node` comes first.
const pathWithThisNode = [dirname(process.execPath), process.env['PATH']].join(delimiter);

/** Runs an installed tool to its end. A tool that cannot be started, or is killed, gives a code other than 0. */
export function runTool({ tool, args, cwd = root, live = false, env = {} }: Run): Promise<ToolResult> {
  const from = performance.now();
  return new Promise((resolve) => {
    const child = spawn(commandOf(tool, cwd), args, {
      cwd,
      env: { ...process.env, PATH: pathWithThisNode, ...env },
      shell: process.platform === 'win32' && tool !== 'node',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk: string) => {
      output += chunk;
      if (live) process.stdout.write(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.on('error', (fault) => keep(`${String(fault)}\n`));
    child.on('close', (code) => {
      resolve({ code: code ?? 1, output, seconds: (performance.now() - from) / 1000 });
    });
  });
}

function commandOf(tool: string, cwd: string): string {
  if (tool === 'node') return process.execPath;
  const own = join(cwd, 'node_modules', '.bin', tool);
  return existsSync(own) ? own : join(root, 'node_modules', '.bin', tool);
}
