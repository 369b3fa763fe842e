/** One printed line. `value` and `baseline` are in `unit`; a `ratio` above 1 always means that ours is better. */
export type BenchLine = {
  readonly case: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number;
  readonly ratio: number;
};

/** What a file of this folder exports as `run`: its lines, asking `wanted` before it spends time on a case. */
export type BenchRun = (
  wanted: (name: string) => boolean,
) => Promise<readonly BenchLine[]> | AsyncIterable<BenchLine>;

/** Does the measured operation exactly `times` times; how many of them are in flight at once is its own matter. */
export type Contender = (times: number) => void | Promise<void>;

export type Comparison = {
  readonly oursPerSecond: number;
  readonly rivalPerSecond: number;
  readonly ratio: number;
};

type Options = {
  readonly ours: Contender;
  readonly rival: Contender;
  /** Blocks of ours, rival, rival, ours. Default 7. */
  readonly rounds?: number;
  /** About how long one turn of one contender lasts. Default 100 ms. */
  readonly turnMs?: number;
};

/**
 * Operations per second of both, measured in turns A-B-B-A so that a machine growing warmer or busier burdens both
 * alike. Rates are medians over the rounds; `ratio` is the median of the ratios within each round, which stays true
 * when the machine's speed changes between rounds. Throws what a contender throws: a wrong answer has no speed.
 *
 * @example const { oursPerSecond, ratio } = await compare({ ours: repeat(step), rival: repeat(rivalStep) })
 */
export async function compare({ ours, rival, rounds = 7, turnMs = 100 }: Options): Promise<Comparison> {
  const oursTimes = await timesPerTurn(ours, turnMs);
  const rivalTimes = await timesPerTurn(rival, turnMs);
  const oursRates: number[] = [];
  const rivalRates: number[] = [];
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const first = await turn(ours, oursTimes);
    const second = (await turn(rival, rivalTimes)) + (await turn(rival, rivalTimes));
    const last = await turn(ours, oursTimes);
    const oursRate = (2 * oursTimes) / (first + last);
    const rivalRate = (2 * rivalTimes) / second;
    oursRates.push(oursRate);
    rivalRates.push(rivalRate);
    ratios.push(oursRate / rivalRate);
  }
  return { oursPerSecond: median(oursRates), rivalPerSecond: median(rivalRates), ratio: median(ratios) };
}

/** The line of a comparison in operations per second, in figures that a person can read. */
export function benchLine(name: string, comparison: Comparison): BenchLine {
  return {
    case: name,
    value: Math.round(comparison.oursPerSecond),
    unit: 'per second',
    baseline: Math.round(comparison.rivalPerSecond),
    ratio: Number(comparison.ratio.toFixed(3)),
  };
}

/** A contender out of one synchronous operation; its last result is kept so that no engine can leave the work out. */
export function repeat(operation: () => unknown): Contender {
  return (times) => {
    let last: unknown;
    for (let index = 0; index < times; index += 1) last = operation();
    kept.last = last;
  };
}

/** A contender out of one asynchronous operation, with `inFlight` of them running at any moment. */
export function repeatInFlight(inFlight: number, operation: () => Promise<unknown>): Contender {
  return async (times) => {
    let left = times;
    const lane = async () => {
      while (left > 0) {
        left -= 1;
        await operation();
      }
    };
    await Promise.all(Array.from({ length: inFlight }, lane));
  };
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (upper + lower) / 2;
}

const kept: { last: unknown } = { last: undefined };

/** Doubles the count until a turn is long enough to be trusted; the same turns warm the code up. */
async function timesPerTurn(contender: Contender, turnMs: number): Promise<number> {
  for (let times = 1; ; times *= 2) {
    const seconds = await turn(contender, times);
    if (seconds * 1000 >= turnMs / 2) return Math.max(1, Math.round((times * turnMs) / (seconds * 1000)));
  }
}

async function turn(contender: Contender, times: number): Promise<number> {
  const from = performance.now();
  await contender(times);
  return (performance.now() - from) / 1000;
}
