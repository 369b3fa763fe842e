import type { ImportMap } from '@paidan/engine';
import type { Checked } from '@paidan/engine/issue';
import { readGroups } from './read-groups.ts';
import { readyMap } from './ready-map.ts';
import { type ToldHistory, tellHistory } from './tell-history.ts';

/** What the first rows of a file would become; nothing is written, and no database is asked. */
export async function previewRows(
  map: ImportMap,
  file: string,
  rows: number,
): Promise<Checked<readonly ToldHistory[]>> {
  const { value: ready, issues } = readyMap(map);
  if (ready === undefined) return { issues };
  const { value: grouped, issues: unreadable } = await readGroups(ready, file, { most: rows });
  if (grouped === undefined) return { issues: unreadable };
  const told = [...grouped.groups].map(([key, files]) => tellHistory(ready, key, files));
  return { value: [...told, { refused: grouped.refused }], issues };
}
