import { expect, test } from 'vitest';
import { benchLine, type Contender, compare, median, repeat, repeatInFlight } from './harness.ts';

test('takes the middle value, or the mean of the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([1, 2, 4, 100])).toBe(3);
});

test('takes turns ours, rival, rival, ours in every round', async () => {
  const turns: string[] = [];
  const contender =
    (name: string): Contender =>
    (times) => {
      turns.push(name);
      const until = performance.now() + times;
      while (performance.now() < until);
    };
  await compare({ ours: contender('ours'), rival: contender('rival'), rounds: 2, turnMs: 2 });
  expect(turns.slice(-8)).toEqual(['ours', 'rival', 'rival', 'ours', 'ours', 'rival', 'rival', 'ours']);
});

test('does an operation exactly as often as asked, one by one or in flight', async () => {
  let done = 0;
  let now = 0;
  let most = 0;
  await repeat(() => {
    done += 1;
  })(10);
  await repeatInFlight(4, async () => {
    now += 1;
    most = Math.max(most, now);
    await Promise.resolve();
    now -= 1;
    done += 1;
  })(10);
  expect(done).toBe(20);
  expect(most).toBe(4);
});

test('lets a contender that answers wrongly void the comparison', async () => {
  const wrong = () => {
    throw new Error('the answers differ');
  };
  await expect(compare({ ours: wrong, rival: repeat(() => 1) })).rejects.toThrow('the answers differ');
});

test('prints a comparison in whole operations per second', () => {
  const line = benchLine('decide', { oursPerSecond: 1234.6, rivalPerSecond: 1000.2, ratio: 1.23436 });
  expect(line).toEqual({ case: 'decide', value: 1235, unit: 'per second', baseline: 1000, ratio: 1.234 });
});
