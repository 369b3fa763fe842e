import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** What arrived, byte for byte. Header names are lower case. */
export interface ReceivedCall {
  readonly nth: number;
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}

/** The append-only list of what one stand-in received; with a file, each call is on disk before it is answered. */
export interface CallLog {
  readonly add: (call: Omit<ReceivedCall, 'nth'>) => void;
  readonly all: () => readonly ReceivedCall[];
  readonly close: () => void;
}

export function openCallLog(file?: string): CallLog {
  const calls: ReceivedCall[] = [];
  const descriptor = file === undefined ? undefined : openSync(file, 'a');
  return {
    add: (call) => {
      const kept = { nth: calls.length + 1, ...call };
      calls.push(kept);
      if (descriptor === undefined) return;
      writeSync(descriptor, `${JSON.stringify(kept)}\n`);
      fsyncSync(descriptor);
    },
    all: () => calls,
    close: () => {
      if (descriptor !== undefined) closeSync(descriptor);
    },
  };
}
