import { createHash } from 'node:crypto';

/** What a journal row says, in the texts that are stored: the hash covers exactly these bytes. */
export interface ChainedRow {
  readonly work_order_id: string;
  readonly seq: number;
  readonly command_id: string;
  readonly workflow_hash: string;
  readonly event: string;
  readonly actor: string;
  readonly at: string;
  readonly received_at: string;
  readonly entries: string;
}

export interface StoredRow extends ChainedRow {
  readonly previous_hash: string;
  readonly hash: string;
}

/** The head of a work order without any row. */
export const emptyHead = '';

/**
 * The hash of a row chained on the one before it: SHA-256 (NIST FIPS 180-4) of the JSON list of the former
 * hash and
 * the row's fields. JSON keeps the fields apart, so that no text can pass from one into the next.
 */
export function chainHash(previousHash: string, row: ChainedRow): string {
  const fields = [
    previousHash,
    row.work_order_id,
    row.seq,
    row.command_id,
    row.workflow_hash,
    row.event,
    row.actor,
    row.at,
    row.received_at,
    row.entries,
  ];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

/**
 * The seq of the first row that is missing, altered or out of order, or `undefined` for a whole chain. Rows
 * come in
 * order of seq. A chain shows edits only against a head kept elsewhere: hand that in as `head`.
 */
export function firstBrokenSeq(rows: readonly StoredRow[], head?: string): number | undefined {
  let previous = emptyHead;
  for (const [index, row] of rows.entries()) {
    if (row.seq !== index + 1) return index + 1;
    if (row.previous_hash !== previous || row.hash !== chainHash(previous, row)) return row.seq;
    previous = row.hash;
  }
  return head === undefined || head === previous ? undefined : rows.length + 1;
}
