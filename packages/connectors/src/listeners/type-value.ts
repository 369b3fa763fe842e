import type { Watch } from '@paidan/engine/definition';
import type { Json } from '@paidan/engine/issue';
import { applyMapping } from '@paidan/engine/mapping';

/** The value as its watch types it; `null` when it is empty, `undefined` when it cannot be read. */
export function typeValue(watch: Watch, value: Json | undefined): Json | undefined {
  if (value === undefined || value === null || value === '') return null;
  const step = { [watch.type]: stepOptions(watch) };
  const via = watch.type === 'text' ? ['text', 'trim'] : [step];
  const mapping = { '/typed': { from: 'value', via, missing: 'null' } };
  return applyMapping(mapping, { value }, { at: '1970-01-01T00:00:00.000Z' }).value?.['typed'];
}

function stepOptions({ type, read, zone }: Watch): Json {
  if (type !== 'date' && type !== 'dateTime') return {};
  return { ...(read === undefined ? {} : { read }), ...(zone === undefined ? {} : { zone }), write: 'iso' };
}
