import { CloseOutlined } from '@ant-design/icons';
import { isJsonObject, type Json, readPointer } from '@paidan/engine/issue';
import type { ReactNode } from 'react';
import type { CompiledForm } from '../compile/compiled-form.ts';
import type { Recognition } from '../recognition/recognise.ts';
import { useFilling, useFormScope, useWords } from './form-scope.tsx';

/** What a recogniser reads in the text: its words marked, denied ones struck out, each stated tag with a way to drop it. */
export function MarkedWords({ recogniser }: { readonly recogniser: string }) {
  const { form, filling } = useFormScope();
  const { words, say } = useWords();
  const found = useFilling(({ evaluation }) => evaluation.recognised[recogniser]);
  const text = useFilling(({ evaluation }) => textRead(form, recogniser, evaluation.values));
  const tagField = tagFieldOf(form, recogniser);
  const state = useFilling(({ evaluation }) => evaluation.fields[tagField?.id ?? '']);
  const tags = Array.isArray(state?.value) ? (state.value as readonly string[]) : [];
  const stated = (found ?? []).filter((one) => one.status === 'stated').map(({ term }) => term);
  const shown = tags.filter((tag) => stated.includes(tag));
  return (
    <div role="status" aria-label={words.recognised}>
      {found !== undefined && found.length > 0 && (
        <div className="pd-echo">
          <div>{marked(text, found)}</div>
          {shown.length > 0 && (
            <div className="pd-row-of-things">
              <span className="pd-note">{words.recognised}</span>
              {shown.map((tag) => {
                const name = say(state?.choices?.find(({ id }) => id === tag)?.label ?? tag);
                return (
                  <button
                    type="button"
                    className="pd-tag"
                    aria-pressed
                    key={tag}
                    aria-label={say(words.removeTag, { tag: name })}
                    onClick={() =>
                      state &&
                      filling.set(
                        state.pointer,
                        tags.filter((one) => one !== tag),
                      )
                    }
                  >
                    {name}
                    <CloseOutlined aria-hidden />
                  </button>
                );
              })}
            </div>
          )}
        </div>
      )}
    </div>
  );
}

function marked(text: string, found: readonly Recognition[]): readonly ReactNode[] {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end, status } of found) {
    parts.push(text.slice(at, start));
    const word = text.slice(start, end);
    if (status === 'stated') parts.push(<mark key={start}>{word}</mark>);
    else if (status === 'denied') parts.push(<s key={start}>{word}</s>);
    else parts.push(word);
    at = end;
  }
  return [...parts, text.slice(at)];
}

/** The text a recogniser reads, as the form holds it. */
export function textRead(form: CompiledForm, recogniser: string, values: Json): string {
  const reads = form.definition.recognisers?.[recogniser]?.reads ?? '';
  const text = readPointer(values, reads);
  return typeof text === 'string' ? text : '';
}

/** The field whose proposal is what the recogniser states. */
function tagFieldOf({ definition }: CompiledForm, recogniser: string) {
  const found = Object.entries(definition.fields).find(([, { value }]) => {
    const expression = value as Json | undefined;
    return isJsonObject(expression) && expression['var'] === `recognised.${recogniser}`;
  });
  return found === undefined ? undefined : { id: found[0] };
}
