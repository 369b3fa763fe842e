const DECIMAL = /^([+-]?)(\d+)(?:\.(\d*))?$|^([+-]?)\.(\d+)$/;

/** A typed decimal number, taken apart as text so that no binary fraction ever rounds it. */
export interface Decimal {
  readonly isNegative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

/**
 * Reads full-width digits, `，` `,` and blanks between groups of thousands, `。` or `.` as point, and a ¥ or 元 around.
 * `undefined` for anything else.
 */
export function readDecimal(typed: string): Decimal | undefined {
  const plain = typed
    .normalize('NFKC')
    .replace(/[¥￥元]/g, '')
    .replaceAll('。', '.')
    .replace(/(?<=\d)[,\s](?=\d{3}(\D|$))/g, '')
    .trim();
  const parts = DECIMAL.exec(plain);
  if (parts === null) return undefined;
  const isNegative = (parts[1] ?? parts[4]) === '-';
  return { isNegative, whole: parts[2] ?? '0', fraction: parts[3] ?? parts[5] ?? '' };
}
