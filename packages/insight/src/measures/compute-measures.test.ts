import { describe, expect, it } from 'vitest';
import { answered, endedDone, logOf } from '../proving/log-of.ts';
import { computeMeasures } from './compute-measures.ts';

const urged = { kind: 'event-heard', event: 'urge', counted: true } as const;
const met = { kind: 'clock-met', clock: 'resolve', run: 1 } as const;
const missed = { kind: 'clock-missed', clock: 'resolve', run: 1 } as const;

function figure(id: string, logs: Parameters<typeof computeMeasures>[0]) {
  const found = computeMeasures(logs).find((one) => one.id === id);
  if (found === undefined) throw new Error(`no measure ${id}`);
  return found;
}

function twenty(decisionsOf: (index: number) => Parameters<typeof logOf>[1]) {
  return Array.from({ length: 20 }, (_, index) => logOf(`WO-${index}`, decisionsOf(index)));
}

describe('the built-in measures', () => {
  it('are empty, not zero, for an empty log', () => {
    for (const one of computeMeasures([])) expect(one).not.toHaveProperty('value');
  });

  it('[S18] 首响时间 is the median over work orders that had a response', () => {
    const response = { kind: 'message-sent', to: 'customer', text: '您好', automatic: false } as const;
    const logs = [logOf('1', [[10, [response]]]), logOf('2', [[30, [response]]]), logOf('3', [[99, []]])];
    expect(figure('firstResponseMs', logs)).toMatchObject({ n: 2, value: 20 * 60_000 });
  });

  it('[S77] 催单率 counts work orders, not urges', () => {
    const logs = twenty((index) =>
      index < 5
        ? [
            [1, [urged]],
            [2, [urged]],
          ]
        : [[1, []]],
    );
    expect(figure('urgeShare', logs)).toMatchObject({ n: 20, value: 0.25 });
  });

  it('shows no share below its smallest sample but says how many there were', () => {
    const shown = figure('urgeShare', twenty(() => [[1, [urged]]]).slice(1));
    expect(shown).toMatchObject({ n: 19 });
    expect(shown).not.toHaveProperty('value');
  });

  it('is on time only when every clock was met', () => {
    const logs = twenty((index) => [[1, index < 4 ? [met, missed, endedDone] : [met, endedDone]]]);
    expect(figure('onTimeShare', logs)).toMatchObject({ n: 20, value: 0.8 });
  });

  it('[S55] 评价率 leaves cancelled work orders out', () => {
    const cancelled = { kind: 'ended', outcome: 'cancelled', step: 'cancelled' } as const;
    const logs = [
      ...twenty((index) => [
        [1, [endedDone]],
        [5, index < 10 ? [answered('survey')] : []],
      ]),
      logOf('x', [[1, [cancelled]]]),
    ];
    expect(figure('reviewShare', logs)).toMatchObject({ n: 20, value: 0.5 });
  });
});
