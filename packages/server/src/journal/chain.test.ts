import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chainHash, emptyHead, firstBrokenSeq, type StoredRow } from './chain.ts';

function chainOf(events: readonly string[]): readonly StoredRow[] {
  const rows: StoredRow[] = [];
  for (const event of events) {
    const row = {
      work_order_id: 'w1',
      seq: rows.length + 1,
      command_id: `c${rows.length}`,
      workflow_hash: 'h',
      event,
      actor: '{"id":"u1"}',
      at: '2026-03-02T01:00:00.000Z',
      received_at: '2026-03-02T01:00:00.001Z',
      entries: '[]',
    };
    const previous_hash = rows.at(-1)?.hash ?? emptyHead;
    rows.push({ ...row, previous_hash, hash: chainHash(previous_hash, row) });
  }
  return rows;
}

const events = fc.array(fc.string(), { minLength: 1, maxLength: 8 });

test('a chain as it was written is whole', () => {
  fc.assert(fc.property(events, (texts) => firstBrokenSeq(chainOf(texts)) === undefined));
});

test('finds the row whose event, actor or instant was altered', () => {
  fc.assert(
    fc.property(
      events,
      fc.nat(),
      fc.constantFrom('event', 'actor', 'at', 'entries'),
      (texts, pick, field) => {
        const rows = chainOf(texts);
        const altered = pick % rows.length;
        const edited = rows.map((row, index) =>
          index === altered ? { ...row, [field]: `${row[field]}!` } : row,
        );
        expect(firstBrokenSeq(edited)).toBe(altered + 1);
      },
    ),
  );
});

test('finds a row that was taken out', () => {
  fc.assert(
    fc.property(events, fc.nat(), (texts, pick) => {
      const rows = chainOf(texts);
      const gone = pick % rows.length;
      const head = rows.at(-1)?.hash;
      expect(firstBrokenSeq(rows.toSpliced(gone, 1), head)).toBe(gone + 1);
    }),
  );
});

test('a text cannot move from one field into the next unseen', () => {
  const [row] = chainOf(['ab']);
  if (row === undefined) throw new Error('the chain has one row');
  const moved = { ...row, event: 'a', actor: `b${row.actor}` };
  expect(firstBrokenSeq([moved])).toBe(1);
});
