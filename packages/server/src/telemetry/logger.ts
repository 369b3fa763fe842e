import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

export interface LoggerOptions {
  /** `info` when absent; `silent` writes nothing. */
  readonly level?: string;
  readonly destination?: DestinationStream;
  /** Values that must not appear in any line, asked anew for every line. */
  readonly hidden?: () => Iterable<string>;
}

const shortestHidden = 4;

/**
 * One JSON line per request, decision and attempt: ids, codes and milliseconds. Record values, answers,
 * tokens and
 * passwords are left out by name, and secrets in use are masked by value wherever they turn up.
 */
export function createLogger({ level = 'info', destination, hidden = () => [] }: LoggerOptions = {}): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: [...masked], censor: '•••' },
    hooks: { streamWrite: (line: string) => maskValues(line, hidden()) },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

const names = [
  'record',
  'values',
  'answers',
  'payload',
  'request',
  'output',
  'password',
  'token',
  'secret',
  'phone',
];
const headers = ['authorization', 'cookie', 'set-cookie', 'x-api-key'];
const masked = [
  ...names.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
  ...headers.flatMap((name) => [`headers["${name}"]`, `*.headers["${name}"]`]),
];

function maskValues(line: string, hidden: Iterable<string>): string {
  let told = line;
  for (const value of hidden) {
    // As it stands inside a JSON string; a very short value would mask half of every line.
    if (value.length >= shortestHidden) told = told.replaceAll(JSON.stringify(value).slice(1, -1), '•••');
  }
  return told;
}
