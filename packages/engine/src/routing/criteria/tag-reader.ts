import type { PolicyTags } from '../../author/definition/policy-tags.ts';
import type { Json } from '../../issue/json.ts';
import type { Pair } from '../facts/pair.ts';
import { type MeasureReader, type Raw, unknownRaw } from './measures/measure.ts';
import { measureReader } from './measures/measure-catalog.ts';

/** Facts of a person that need no measure. */
export const plainFacts: { readonly [name: string]: (pair: Pair) => Json } = {
  id: ({ assignee }) => assignee.id,
  zone: ({ assignee }) => assignee.facts.zone,
  paused: ({ assignee }) => assignee.facts.paused,
  roles: ({ assignee }) => assignee.facts.roles,
};

/** Reads a tag such as `workOrder.severity` or `place.distanceMetres`; a tag the policy lacks reads as unknown. */
export function tagReader(tags: PolicyTags, name: string): MeasureReader {
  const [family = '', tag = ''] = name.split('.');
  if (family === 'workOrder') return reading(({ workOrder }) => workOrder.tags[tag], tag);
  const settings = measuresOf(tags, family)[tag];
  if (settings !== undefined) return measureReader(settings);
  const plain = family === 'assignee' && Object.hasOwn(plainFacts, tag) ? plainFacts[tag] : undefined;
  return reading(plain ?? (() => undefined), tag);
}

/** The measures of one family; the work order's family has none. */
export function measuresOf(tags: PolicyTags, family: string): PolicyTags['assignee'] {
  if (family === 'assignee') return tags.assignee;
  if (family === 'place') return tags.place ?? {};
  return family === 'history' ? (tags.history ?? {}) : {};
}

function reading(find: (pair: Pair) => Json | undefined, tag: string): MeasureReader {
  return {
    read: (pair): Raw => {
      const value = find(pair);
      return value === undefined ? unknownRaw : { kind: 'json', value };
    },
    show: (pair) => ({ [tag]: find(pair) ?? null }),
  };
}
