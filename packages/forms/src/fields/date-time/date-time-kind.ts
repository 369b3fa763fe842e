import type { FieldKindDescriptor } from '../field-kind.ts';

const SECONDS = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,3})\d*)?Z$/;

/** A date, or an instant in UTC with milliseconds; full-width digits and `/` between date parts are read. */
export const dateTimeKind: FieldKindDescriptor = {
  kind: 'date-time',
  normalise(value) {
    if (typeof value !== 'string') return value ?? undefined;
    const text = value.normalize('NFKC').trim();
    if (text === '') return undefined;
    const day = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(text);
    if (day !== null) return [day[1], day[2]?.padStart(2, '0'), day[3]?.padStart(2, '0')].join('-');
    const instant = SECONDS.exec(text);
    return instant === null ? text : `${instant[1]}.${(instant[2] ?? '').padEnd(3, '0')}Z`;
  },
};
