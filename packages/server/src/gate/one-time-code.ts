import { createHmac } from 'node:crypto';

/** Six digits that only the server's secret can make from the command that asked for them: a repeat sends the same. */
export function oneTimeCode(secret: string, workOrderId: string, commandId: string): string {
  const digest = createHmac('sha256', secret)
    .update(JSON.stringify(['code', workOrderId, commandId]))
    .digest();
  return String(digest.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
}

/** What is kept of a code. Six digits are guessed in no time, so the secret is part of it. */
export function codeHash(secret: string, workOrderId: string, code: string): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify(['kept', workOrderId, code]))
    .digest('hex');
}
