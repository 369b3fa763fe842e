import { expect, test } from 'vitest';
import { createLogger } from './logger.ts';

function linesOf(
  write: (logger: ReturnType<typeof createLogger>) => void,
  hidden: readonly string[] = [],
): string {
  let written = '';
  const destination = {
    write: (line: string) => {
      written += line;
    },
  };
  write(createLogger({ destination, hidden: () => hidden }));
  return written;
}

test('a line carries ids and codes, and its instant as text', () => {
  const line = JSON.parse(
    linesOf((logger) => logger.info({ workOrderId: 'w1', code: 'event/not-available' }, 'refused')),
  );
  expect(line).toMatchObject({ workOrderId: 'w1', code: 'event/not-available', msg: 'refused' });
  expect(line.time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
});

test.each([
  [{ record: { phone: '13800138000' } }],
  [{ event: { values: { phone: '13800138000' } } }],
  [{ job: { effect: { request: '13800138000' } } }],
  [{ request: { body: '13800138000' } }],
  [{ headers: { authorization: 'Bearer 13800138000' } }],
  [{ http: { headers: { cookie: 'session=13800138000' } } }],
])('leaves out what %j would give away', (fields) => {
  expect(linesOf((logger) => logger.warn(fields, 'line'))).not.toContain('13800138000');
});

test('masks a secret in use by its value, also inside a message and escaped', () => {
  const secret = 'sk-"quoted"-9f2';
  const line = linesOf(
    (logger) => logger.error({ url: `https://erp/?key=${secret}` }, `sent ${secret}`),
    [secret],
  );
  expect(line).not.toContain('9f2');
  expect(JSON.parse(line)).toMatchObject({ url: 'https://erp/?key=•••', msg: 'sent •••' });
});
