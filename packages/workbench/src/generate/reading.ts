import type { Workflow } from '@paidan/engine';

export interface Reading {
  readonly may: (pointer: string) => boolean;
  readonly isMasked: (pointer: string) => boolean;
}

/** What holders of these roles may read of a record: the sum of their roles; masked only where every role masks it. */
export function readingOf({ roles: all }: Workflow, roles: readonly string[]): Reading {
  const held = roles.flatMap((role) => all[role] ?? []);
  const reads = (pointer: string) =>
    held.filter(({ reads: allowed }) => allowed === 'all' || allowed.some((one) => covers(one, pointer)));
  return {
    may: (pointer) => reads(pointer).length > 0,
    isMasked: (pointer) => {
      const readers = reads(pointer);
      const masks = readers.filter(({ masks: masked = [] }) => masked.some((one) => covers(one, pointer)));
      return readers.length > 0 && masks.length === readers.length;
    },
  };
}

function covers(pointer: string, place: string): boolean {
  return place === pointer || place.startsWith(`${pointer}/`);
}
