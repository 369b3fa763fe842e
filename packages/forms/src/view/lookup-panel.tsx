import { isJsonObject, type Json, type JsonObject } from '@paidan/engine/issue';
import { useFilling, useFormScope, useWords } from './form-scope.tsx';
import { LookupChip, useLookupStatus } from './lookup-chip.tsx';

/** What a lookup found, in plain lines; a host that knows the operation may show it in its own way. */
export function LookupPanel({ lookupId }: { readonly lookupId: string }) {
  const { renderAnswer } = useFormScope();
  const { words, say } = useWords();
  const status = useLookupStatus(lookupId);
  const result = useFilling(({ evaluation }) => evaluation.lookups[lookupId]?.result);
  if (status === undefined) return null;
  if (status !== 'done' || result === undefined) {
    return (
      <div className="pd-panel pd-row-of-things">
        <LookupChip lookupId={lookupId} />
      </div>
    );
  }
  const entries = entriesOf(result);
  const own = renderAnswer?.(lookupId, result);
  return (
    <div className="pd-panel">
      <p className="pd-note">
        {entries.length === 0 ? words.noneFound : say(words.found, { n: entries.length })}
      </p>
      {own ?? (
        <ul className="pd-found">
          {entries.map((entry) => (
            <li key={JSON.stringify(entry)}>
              <div>{nameOf(entry)}</div>
              <div className="pd-note">{restOf(entry)}</div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The first list of an answer, or the answer itself. */
function entriesOf(result: Json): readonly JsonObject[] {
  if (!isJsonObject(result)) return [];
  const list = Object.values(result).find(Array.isArray) as readonly Json[] | undefined;
  return list === undefined ? [result] : list.filter(isJsonObject);
}

const names = ['label', 'title', 'number', 'name', 'id'];

function nameOf(entry: JsonObject): string {
  const name = names.map((key) => entry[key]).find((value) => typeof value === 'string');
  return typeof name === 'string' ? name : '—';
}

function restOf(entry: JsonObject): string {
  const texts = Object.entries(entry).flatMap(([key, value]) => {
    const text = isJsonObject(value) ? value['address'] : value;
    return names.includes(key) || typeof text !== 'string' ? [] : [text];
  });
  return texts.slice(0, 3).join(' · ');
}
