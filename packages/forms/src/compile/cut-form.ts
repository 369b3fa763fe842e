import { isJsonObject, type Json, type JsonObject, segmentsOf } from '@paidan/engine/issue';
import { sliceRecord } from './record-slice.ts';

/**
 * One form of a bundled workflow with the slice of record, roles and knowledge its verdict rests on, as plain JSON for
 * `compileForm`; `undefined` when the workflow has no such form. Its canonical JSON is the form's identity: a change
 * elsewhere in the workflow leaves it as it was.
 */
export function formOf(workflow: JsonObject, formId: string): JsonObject | undefined {
  const forms = workflow['forms'];
  const entry = isJsonObject(forms) && Object.hasOwn(forms, formId) ? forms[formId] : undefined;
  if (!isJsonObject(entry)) return undefined;
  const form = entry['form'] ?? {};
  const writes = entry['writes'] ?? '';
  const record = workflow['record'];
  const timeZone = workflow['timeZone'];
  const knowledge = knowledgeOf(form, workflow['knowledge']);
  return {
    id: formId,
    writes,
    form,
    record: isJsonObject(record) ? sliceRecord(record, namesOf(form, writes)) : {},
    ...(isJsonObject(workflow['roles']) ? { roles: rolesOf(workflow['roles']) } : {}),
    ...(typeof timeZone === 'string' ? { timeZone } : {}),
    ...(Object.keys(knowledge).length === 0 ? {} : { knowledge }),
  };
}

function rolesOf(roles: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(roles).map(([id, role]) => [id, { writes: (isJsonObject(role) && role['writes']) || [] }]),
  );
}

function knowledgeOf(form: Json, knowledge: Json | undefined): JsonObject {
  const recognisers = isJsonObject(form) ? form['recognisers'] : undefined;
  if (!isJsonObject(recognisers) || !isJsonObject(knowledge)) return {};
  const wanted = Object.values(recognisers).flatMap((one) => (isJsonObject(one) ? [one['suggests']] : []));
  return Object.fromEntries(Object.entries(knowledge).filter(([id]) => wanted.includes(id)));
}

/** Top-level names of the record a form touches. Every read is a dotted name and every write a pointer, so text tells. */
function namesOf(form: Json, writes: Json): ReadonlySet<string> {
  const names = new Set<string>();
  const [top] = typeof writes === 'string' ? segmentsOf(writes) : [];
  if (top !== undefined) names.add(top);
  collectNames(form, names);
  return names;
}

function collectNames(value: Json, names: Set<string>): void {
  if (typeof value === 'string') {
    const name = /^record\.([A-Za-z0-9]+)/.exec(value)?.[1] ?? /^\/([A-Za-z0-9]+)/.exec(value)?.[1];
    if (name !== undefined) names.add(name);
  } else if (Array.isArray(value)) for (const item of value) collectNames(item, names);
  else if (isJsonObject(value)) {
    for (const [key, member] of Object.entries(value)) {
      // Keys of `fill` and `otherwise` are pointers as well.
      collectNames(key, names);
      collectNames(member, names);
    }
  }
}
