import { spawn } from 'node:child_process';
import { parse } from 'node:path';

/** The user a program runs as; empty means the user of this process. */
export interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

export interface ProgramResult {
  readonly exitCode: number;
  readonly output: string;
}

/**
 * Runs one program to its end and returns what it printed. It starts in the root directory, because
 * PostgreSQL refuses
 * to work from a directory its user may not enter, and with English messages, because faults are told apart
 * by them.
 */
export function runProgram(
  path: string,
  programArguments: readonly string[],
  runAs: RunAs,
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, programArguments, {
      ...runAs,
      cwd: parse(path).root || '/',
      env: { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (piece: Buffer) => {
      output += piece.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode: exitCode ?? 1, output }));
  });
}
