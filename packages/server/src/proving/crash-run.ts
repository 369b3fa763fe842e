import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./crash-child.ts', import.meta.url));

/** One process of the server under test, until it dies. */
export interface CrashLife {
  /** Resolves when it serves; false when it died before. */
  readonly ready: Promise<boolean>;
  /** Resolves when everything asked in former lives is answered; false when it died before. */
  readonly repeated: Promise<boolean>;
  /** Resolves with the signal that ended it; null when it ended by itself. */
  readonly gone: Promise<NodeJS.Signals | null>;
  readonly kill: () => void;
  /** What it wrote on its standard error. */
  readonly troubles: () => string;
}

/** What its callers know: every life's questions and answers. */
export interface CrashRun {
  /** Starts a server on the data directory; it repeats what was asked before and not answered. */
  readonly live: (options?: { readonly at?: string; readonly lanes?: number }) => CrashLife;
  readonly killDatabase: () => Promise<void>;
  readonly acknowledged: ReadonlySet<string>;
  /** Answers that should not be. */
  readonly wrong: readonly string[];
}

export function openCrashRun({ dataDir, sinkUrl }: { dataDir: string; sinkUrl: string }): CrashRun {
  const open = new Set<string>();
  const acknowledged = new Set<string>();
  const wrong: string[] = [];
  let lives = 0;
  const hear = (line: string) => {
    const [word, commandId = ''] = line.split(' ');
    if (word === 'asked') open.add(commandId);
    if (word === 'wrong') wrong.push(line);
    if (word !== 'done') return;
    open.delete(commandId);
    acknowledged.add(commandId);
  };
  return {
    acknowledged,
    wrong,
    live: ({ at = '', lanes = 4 } = {}) => {
      lives += 1;
      const environment = {
        ...{ PAIDAN_CRASH_DATA: dataDir, PAIDAN_CRASH_SINK: sinkUrl, PAIDAN_CRASH_LIFE: String(lives) },
        ...{ PAIDAN_CRASH_AT: at, PAIDAN_CRASH_LANES: String(lanes) },
        PAIDAN_CRASH_REPEAT: [...open].join(' '),
      };
      return follow(
        spawn(process.execPath, ['--conditions=paidan-source', program], {
          stdio: ['ignore', 'pipe', 'pipe'],
          env: { ...process.env, ...environment },
        }),
        hear,
      );
    },
    killDatabase: async () => {
      const lock = await readFile(join(dataDir, 'pg', 'postmaster.pid'), 'utf8');
      process.kill(Number(lock.split('\n')[0]), 'SIGKILL');
    },
  };
}

function follow(
  child: ChildProcessByStdio<null, Readable, Readable>,
  hear: (line: string) => void,
): CrashLife {
  const ready = Promise.withResolvers<boolean>();
  const repeated = Promise.withResolvers<boolean>();
  const gone = Promise.withResolvers<NodeJS.Signals | null>();
  let troubles = '';
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    troubles += piece;
  });
  createInterface(child.stdout).on('line', (line) => {
    if (line === 'ready') ready.resolve(true);
    if (line === 'repeated') repeated.resolve(true);
    hear(line);
  });
  child.once('close', (_code, signal) => {
    ready.resolve(false);
    repeated.resolve(false);
    gone.resolve(signal);
  });
  return {
    ...{ ready: ready.promise, repeated: repeated.promise, gone: gone.promise },
    kill: () => void child.kill('SIGKILL'),
    troubles: () => troubles,
  };
}
