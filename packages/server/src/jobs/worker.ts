import type { ChildEndedJob } from '../host/alongside.ts';
import type { EffectJob } from '../store/commit-jobs.ts';
import { readEffect } from '../store/effects.ts';
import type { ListenJob } from '../store/listen-jobs.ts';
import type { QueueName } from '../store/queue.ts';
import type { RefreshJob } from '../store/refresh-jobs.ts';
import type { EffectWork, JobPorts } from './job-ports.ts';
import { performCall } from './perform-call.ts';
import { performNotice } from './perform-notice.ts';
import { takeTurn } from './poll-listener.ts';
import { refreshPool } from './refresh-pool.ts';
import { requestPlan } from './request-plan.ts';
import { cancelChild, startOther, tellParentOfEnd } from './start-others.ts';

/** Performs what decisions asked for, until it is stopped. */
export interface Worker {
  /** Looks into the queues now; call it after a commit of this process. */
  nudge(): void;
  /** Resolves when nothing is under way and nothing ready is left. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** The queues a worker may look into. */
export const workerQueues = ['effects', 'effects-in-order', 'plans', 'listen'] as const satisfies QueueName[];
export type WorkerQueue = (typeof workerQueues)[number];

export interface WorkerChoice {
  /** All of them when absent. */
  readonly queues?: readonly WorkerQueue[];
  /** Jobs of one queue performed side by side; 16 when absent. */
  readonly concurrency?: number;
}

export interface WorkerPorts extends JobPorts, WorkerChoice {
  readonly onError: (error: unknown) => void;
  readonly pollMs?: number;
}

/** One loop per queue: fetch, perform side by side, fetch again while there is more; polling is the net. */
export function startWorker(ports: WorkerPorts): Worker {
  const { queues = workerQueues } = ports;
  const loops = queues.map((queue) => startLoop(ports, queue));
  const performed = () => loops.reduce((sum, loop) => sum + loop.performed(), 0);
  return {
    nudge: () => {
      for (const loop of loops) loop.nudge();
    },
    idle: async () => {
      for (;;) {
        // Counted over every turn: what a loop's own turn performs may have filled a queue that was found empty.
        const before = performed();
        await Promise.all(loops.map((loop) => loop.drain()));
        if (performed() === before) return;
      }
    },
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}

interface Loop {
  nudge(): void;
  /** Performs what is ready until nothing is. */
  drain(): Promise<void>;
  /** How many jobs it has performed so far. */
  performed(): number;
  stop(): Promise<void>;
}

function startLoop(ports: WorkerPorts, queue: QueueName): Loop {
  const { pollMs = 500, onError } = ports;
  let stopped = false;
  let wanted = false;
  let timer: NodeJS.Timeout | undefined;
  let performed = 0;
  let turn: Promise<void> = Promise.resolve();
  const drainNow = () =>
    drainQueue(ports, queue, (count) => {
      performed += count;
    });
  const drain = () => {
    turn = turn.then(drainNow, drainNow);
    return turn;
  };
  const run = () => {
    if (stopped) return;
    wanted = false;
    drain()
      .catch(onError)
      .then(() => {
        if (!stopped) timer = setTimeout(run, wanted ? 0 : pollMs);
      });
  };
  run();
  return {
    nudge: () => {
      wanted = true;
      if (timer === undefined || stopped) return;
      clearTimeout(timer);
      timer = undefined;
      run();
    },
    drain,
    performed: () => performed,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await turn.catch(() => undefined);
    },
  };
}

type Job = EffectJob | ChildEndedJob | RefreshJob | ListenJob;

async function drainQueue(
  ports: WorkerPorts,
  queue: QueueName,
  performed: (count: number) => void,
): Promise<void> {
  const { concurrency: batchSize = 16 } = ports;
  for (;;) {
    const jobs = await ports.boss.fetch<Job>(queue, { batchSize, includeMetadata: true });
    await Promise.all(
      jobs.map(async ({ id, retryCount, data }) => {
        try {
          await perform(ports, data, { queue, id, retryCount });
        } catch (error) {
          ports.onError(error);
          // The queue brings it again; after its limit it lies among the dead letters, seen by a person.
          await ports.boss.fail(queue, id).catch(ports.onError);
        }
      }),
    );
    performed(jobs.length);
    if (jobs.length === 0) return;
  }
}

async function perform(ports: WorkerPorts, data: Job, job: EffectWork['job']): Promise<void> {
  if ('listenerId' in data) return takeTurn(ports, data, job);
  if ('pool' in data) return refreshPool(ports, data, job);
  if ('kind' in data) return tellParentOfEnd(ports, data, job);
  const stored = await readEffect(ports.kysely, data.effectId);
  const isOver = stored === undefined || stored.status === 'settled' || stored.attempt > data.attempt;
  if (isOver) return done(ports, job);
  const { effect } = stored;
  const work = { stored, attempt: data.attempt, job };
  switch (effect.kind) {
    case 'call':
      return performCall(ports, { ...work, effect });
    case 'notify':
      return performNotice(ports, { ...work, effect });
    case 'startChild':
    case 'startLinked':
      return startOther(ports, { ...work, effect });
    case 'cancelChild':
      return cancelChild(ports, { ...work, effect });
    case 'requestPlan':
      return requestPlan(ports, { ...work, effect });
    case 'openTask':
    case 'closeTask':
      return done(ports, job);
  }
}

async function done({ boss }: JobPorts, { queue, id }: EffectWork['job']): Promise<void> {
  await boss.complete(queue, id);
}
