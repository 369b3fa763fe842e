import { type Checked, hasErrors, type Issue, issue } from '../issue/issue.ts';
import type { Json } from '../issue/json.ts';
import { pointerOf } from '../issue/json-pointer.ts';
import { timeZoneOf } from '../time/time-zone.ts';
import { checkSize } from './check-size.ts';
import { type ImportMap, ImportMapShape } from './definition/import-map.ts';
import { readShape } from './definition/read-shape.ts';
import type { Workflow } from './definition/workflow.ts';
import { checkExpressions } from './references/check-expressions.ts';

/**
 * A document as an import map, or every problem with it at once: its shape, its expressions and mapping lines, a zone
 * nobody knows. Never throws.
 */
export function parseImportMap(json: unknown): Checked<ImportMap> {
  const unreadable = checkSize(json);
  if (unreadable.length > 0) return { issues: unreadable };
  const document = json as Json;
  const reading = readShape(ImportMapShape, document);
  const issues = [...reading.issues, ...checkExpressions(document, reading.marked)];
  if (!isImportMap(document, issues)) return { issues };
  const found = [...issues, ...checkZone(document)];
  return hasErrors(found) ? { issues: found } : { value: document, issues: found };
}

/** What a map says that its workflow does not know: events sent, and fields written, in the map's order. */
export function checkImportMap(map: ImportMap, workflow: Workflow): readonly Issue[] {
  const events = ['comment', ...Object.keys(workflow.flow.events ?? {})];
  const fields = Object.keys(workflow.record.properties ?? {});
  return [
    ...Object.keys(map.fields)
      .filter((target) => !fields.includes(target.split('/')[1] ?? ''))
      .map((target) => issue('import/unknown-field', pointerOf('fields', target), { target })),
    ...Object.entries(map.events ?? {})
      .filter(([, { send }]) => !events.includes(send))
      .map(([id, { send }]) =>
        issue('import/unknown-event', pointerOf('events', id, 'send'), {
          event: send,
          known: events.join(', '),
        }),
      ),
  ];
}

function checkZone({ source: { zone } }: ImportMap): readonly Issue[] {
  if (zone === undefined || timeZoneOf(zone) !== undefined) return [];
  return [issue('import/unknown-zone', pointerOf('source', 'zone'), { zone })];
}

function isImportMap(document: unknown, issues: readonly Issue[]): document is ImportMap {
  return !hasErrors(issues);
}
