import type { DeliveryPorts } from '@paidan/connectors';
import type { OutsidePorts } from '../host/create-host.ts';
import type { Installation } from '../host/installation.ts';

/** Where a server can be told to die (engine.md 7.6). */
export const crashPoints = [
  'start-up',
  'before-commit',
  'after-commit-before-answer',
  'before-send',
  'after-send-before-outcome',
  'in-completion',
] as const;
export type CrashPoint = (typeof crashPoints)[number];

/** Passing a point; the process may not live to see the return. */
export type Pass = (point: CrashPoint) => void;

/** Reads `name` or `name:n`: the process kills itself the n-th time it passes that point. */
export function passOf(plan: string | undefined): Pass {
  const [name, count = '1'] = (plan ?? '').split(':');
  let left = Number(count);
  return (point) => {
    if (point !== name) return;
    left -= 1;
    if (left === 0) dieNow();
  };
}

function dieNow(): never {
  process.kill(process.pid, 'SIGKILL');
  // Not one further statement: the signal is on its way.
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

/** Sets the points of transactions and of completed jobs around an installation, from outside. */
export function crashAround({ kysely, boss }: Pick<Installation, 'kysely' | 'boss'>, pass: Pass): void {
  const begin = kysely.transaction.bind(kysely);
  kysely.transaction = () => {
    const builder = begin();
    const execute = builder.execute.bind(builder);
    builder.execute = async (work) => {
      const result = await execute(async (transaction) => {
        const written = await work(transaction);
        pass('before-commit');
        return written;
      });
      pass('after-commit-before-answer');
      return result;
    };
    return builder;
  };
  const complete = boss.complete.bind(boss);
  boss.complete = async (...given) => {
    const answer = await complete(...given);
    const [queue, , , within] = given;
    if (within !== undefined && queue.startsWith('effects')) pass('in-completion');
    return answer;
  };
}

/** Sets the points around the call itself: the mark "running" is written, and no outcome is. */
export function crashOutside(outside: OutsidePorts, pass: Pass): OutsidePorts {
  return (version, asker) => {
    const ports = outside(version, asker);
    const fetch: DeliveryPorts['fetch'] = async (request) => {
      pass('before-send');
      const answer = await ports.fetch(request);
      pass('after-send-before-outcome');
      return answer;
    };
    return { ...ports, fetch };
  };
}
