import type { Listener } from '@paidan/engine/definition';
import type { Json } from '@paidan/engine/issue';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectChange, type Known } from './field-change.ts';

const crm: Listener = {
  connection: 'crm',
  by: {},
  key: 'item.number',
  version: 'item.updatedAt',
  watch: {
    'item.finalResolvedAt': {
      type: 'dateTime',
      read: 'yyyy-MM-dd HH:mm:ss',
      zone: 'Asia/Shanghai',
      on: ['set', 'changed'],
    },
  },
  firstSight: 'record',
  matches: { 'item.number': 'workOrder.number' },
  sends: 'crm-resolved',
  payload: { '/resolvedAt': { from: 'item.finalResolvedAt', missing: 'fail' } },
};
const since = '2026-01-08T00:00:00.000Z';
const at = '2026-01-08T02:00:00.000Z';

const ticket = (updatedAt: string, finalResolvedAt?: string): Json => ({
  number: 'WO-2031',
  updatedAt,
  ...(finalResolvedAt === undefined ? {} : { finalResolvedAt }),
});

/** One payload after another through one row, as webhook and poll meet in it. `fresh` reads when order is in doubt. */
function hear(payloads: readonly Json[], listener = crm, current = payloads.at(-1) ?? null) {
  let known: Known = {};
  const events = [];
  const ignored = [];
  for (const item of payloads) {
    let change = detectChange({ id: 'crm-final', listener }, known, { item }, { since, at });
    known = change.known;
    if (change.readAgain)
      change = detectChange(
        { id: 'crm-final', listener },
        known,
        { item: current },
        { since, at, fresh: true },
      );
    known = change.known;
    events.push(...change.events);
    ignored.push(...change.ignored.map(({ reason }) => reason));
  }
  return { events, ignored, known };
}

const a = '2026-01-08 09:12:00';
const b = '2026-01-08 09:40:00';

describe('a change of a watched field', () => {
  test('[S40] fires when the field is set, with the instant typed', () => {
    const { events } = hear([ticket('2026-01-08 08:00:00'), ticket('2026-01-08 09:13:00', a)]);
    expect(events).toEqual([
      {
        id: 'crm-final:WO-2031:item.finalResolvedAt:1',
        event: 'crm-resolved',
        key: 'WO-2031',
        payload: { resolvedAt: '2026-01-08T09:12:00+08:00' },
        matches: { 'workOrder.number': 'WO-2031' },
      },
    ]);
  });

  test('[S40] a save without a change fires nothing', () => {
    const { events, ignored } = hear([ticket('2026-01-08 09:13:00', a), ticket('2026-01-08 09:30:00', a)]);
    expect(events).toHaveLength(1);
    expect(ignored).toEqual(['same']);
  });

  test.each(['2026/1/8 9:12:00', '2026-01-08 09:12', '2026-01-08T01:12:00Z', '2026-01-08T10:12:00+09:00'])(
    '[R34] %s is the same instant',
    (spelling) => {
      expect(
        hear([ticket('2026-01-08 09:13:00', a), ticket('2026-01-08 09:14:00', spelling)]).events,
      ).toHaveLength(1);
    },
  );

  test('A, B, A again are three events with three ids', () => {
    const { events } = hear([
      ticket('2026-01-08 09:13:00', a),
      ticket('2026-01-08 09:41:00', b),
      ticket('2026-01-08 09:50:00', a),
    ]);
    expect(events.map(({ id }) => id.slice(-1))).toEqual(['1', '2', '3']);
  });

  test('an old payload after a new one is ignored and counted', () => {
    const { events, ignored } = hear([ticket('2026-01-08 09:41:00', b), ticket('2026-01-08 09:13:00', a)]);
    expect(events).toHaveLength(1);
    expect(ignored).toEqual(['older']);
  });

  test('[R34] a cleared field fires only where it is asked for', () => {
    const payloads = [ticket('2026-01-08 09:13:00', a), ticket('2026-01-08 09:20:00')];
    expect(hear(payloads).events).toHaveLength(1);
    const watch = {
      'item.finalResolvedAt': { ...crm.watch?.['item.finalResolvedAt'], on: ['set', 'cleared'] },
    };
    const { payload: _, ...without } = crm;
    expect(hear(payloads, { ...without, watch } as Listener).events).toHaveLength(2);
  });

  test('[R34] what was resolved before the switching-on is only noted', () => {
    const old = hear([ticket('2026-01-07 10:00:00', '2026-01-07 10:00:00')]);
    expect(old.events).toHaveLength(0);
    expect(
      hear([ticket('2026-01-07 10:00:00', '2026-01-07 10:00:00')], { ...crm, firstSight: 'fire' }).events,
    ).toHaveLength(1);
    const born = hear([ticket('2026-01-08 09:13:00', a)]);
    expect(born.events).toHaveLength(1);
  });

  test('a value nobody can read changes nothing', () => {
    const { events, ignored, known } = hear([ticket('2026-01-08 09:13:00', '下周一')]);
    expect([events, ignored, known]).toEqual([[], ['unreadable'], {}]);
  });

  test('two values under one version are read again', () => {
    const first = detectChange(
      { id: 'l', listener: crm },
      {},
      { item: ticket('2026-01-08 09:13:00', a) },
      { since, at },
    );
    const twice = detectChange(
      { id: 'l', listener: crm },
      first.known,
      { item: ticket('2026-01-08 09:13:00', b) },
      { since, at },
    );
    expect([twice.events, twice.readAgain, twice.known]).toEqual([[], true, first.known]);
  });

  test('[S40] doubled, reordered and late payloads raise every change that can still be told, once', () => {
    const minute = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(
        fc.array(minute, { minLength: 1, maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        (values, chance) => {
          const history = values.map((value, n) =>
            ticket(
              `2026-01-08 10:${String(n).padStart(2, '0')}:00`,
              `2026-01-08 09:${String(value).padStart(2, '0')}:00`,
            ),
          );
          const shuffled = history
            .flatMap((item) => Array.from({ length: 1 + ((chance.next().value ?? 0) % 3) }, () => item))
            .map((item) => ({ item, place: chance.next().value ?? 0 }))
            .sort((x, y) => x.place - y.place)
            .map(({ item }) => item);
          const arrived = [...shuffled, ...history.slice(-1)];
          const { events, known } = hear(arrived, crm, history.at(-1) ?? null);
          expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
          const last = `2026-01-08T09:${String(values.at(-1)).padStart(2, '0')}:00+08:00`;
          expect(known['item.finalResolvedAt']?.value).toBe(last);
          expect(events.at(-1)?.payload).toEqual({ resolvedAt: last });
        },
      ),
    );
  });

  test('[S40] in order, however often repeated, every change fires exactly once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 4 }),
        (values, times) => {
          const history = values.map((value, n) =>
            ticket(`2026-01-08 10:${String(n).padStart(2, '0')}:00`, `2026-01-08 09:0${value}:00`),
          );
          const changes = values.filter((value, n) => n === 0 || value !== values[n - 1]).length;
          expect(hear(history.flatMap((item) => Array(times).fill(item))).events).toHaveLength(changes);
        },
      ),
    );
  });
});

describe('a listener without a watched field', () => {
  const approval: Listener = {
    connection: 'dingtalk',
    by: {},
    key: 'item.processInstanceId',
    read: 'approvalById',
    matches: { 'item.processInstanceId': 'effect.start-approval.receipt' },
    sends: {
      'approval-agreed': { '==': [{ var: 'output.result' }, 'agree'] },
      'approval-refused': { '==': [{ var: 'output.result' }, 'refuse'] },
    },
  };
  const hearApproval = (result: string | undefined) =>
    detectChange(
      { id: 'dingtalk-approval', listener: approval },
      {},
      {
        item: { processInstanceId: 'PI-1', result: 'agree' },
        output: { status: 'RUNNING', ...(result && { result }) },
      },
      { since, at },
    ).events;

  test('[S45] the answer counts, not the push', () => {
    expect(hearApproval('refuse').map(({ event }) => event)).toEqual(['approval-refused']);
    expect(hearApproval(undefined)).toEqual([]);
  });

  test('[S45] push and reconciliation raise the same event id', () => {
    expect(hearApproval('agree')[0]?.id).toBe('dingtalk-approval:PI-1:approval-agreed');
  });
});
