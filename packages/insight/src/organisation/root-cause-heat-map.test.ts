import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answered, instantAfter, logOf } from '../proving/log-of.ts';
import { rootCauseHeatMap } from './root-cause-heat-map.ts';

function review(number: string, cause: string, department: string, minutes = 10) {
  return logOf(number, [[minutes, [answered('survey')]]], {
    department,
    record: { survey: { rootCause: cause }, device: { model: 'PD-IPC-T40' } },
  });
}

const week = { from: instantAfter(0), to: instantAfter(7 * 24 * 60) };
const six = Array.from({ length: 6 }, (_, index) => review(`WO-${index}`, 'parts', '售后一部'));

describe('[S52] 根因热力图', () => {
  it('greys a cell under the minimum and keeps its work orders', () => {
    const map = rootCauseHeatMap({
      logs: [...six, review('WO-9', 'skill', '售后一部')],
      ...week,
      by: 'department',
    });
    expect(map.cells).toEqual([
      { row: '售后一部', cause: 'parts', n: 6, grey: false, workOrders: six.map((one) => one.number) },
      { row: '售后一部', cause: 'skill', n: 1, grey: true, workOrders: ['WO-9'] },
    ]);
  });

  it('counts 没有遇到问题 as a review and as no cause', () => {
    const map = rootCauseHeatMap({ logs: [review('WO-1', 'none', '售后一部')], ...week, by: 'department' });
    expect(map).toMatchObject({ reviews: 1, cells: [], rows: [] });
  });

  it('[S52] takes the first instant of the week in and the last out', () => {
    const logs = [review('in', 'parts', 'a', 0), review('out', 'parts', 'a', 7 * 24 * 60)];
    expect(rootCauseHeatMap({ logs, ...week, by: 'department' }).cells).toMatchObject([
      { workOrders: ['in'] },
    ]);
  });

  it('makes rows of device models too', () => {
    expect(rootCauseHeatMap({ logs: six, ...week, by: 'deviceModel' }).rows).toEqual(['PD-IPC-T40']);
  });

  it('gives the same bytes whatever the order of the logs', () => {
    const logs = [...six, review('WO-7', 'network', '售后二部'), review('WO-8', 'skill', '售后一部')];
    const first = JSON.stringify(rootCauseHeatMap({ logs, ...week, by: 'department' }));
    fc.assert(
      fc.property(fc.shuffledSubarray(logs, { minLength: logs.length }), (shuffled) => {
        expect(JSON.stringify(rootCauseHeatMap({ logs: shuffled, ...week, by: 'department' }))).toBe(first);
      }),
    );
  });
});
