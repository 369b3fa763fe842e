import type { Workflow } from '@paidan/engine';
import type { Text } from '@paidan/engine/issue';

/** What the forms of a workflow call a place of the record. */
export interface FieldWords {
  readonly label: Text;
  readonly choices: { readonly [value: string]: Text };
  readonly kind: string;
}

/** The words of every place a form asks about; the first form of the document that names a place decides. */
export function fieldWords({ forms = {} }: Workflow): ReadonlyMap<string, FieldWords> {
  const words = new Map<string, FieldWords>();
  for (const { form, writes } of Object.values(forms))
    for (const { at, label, choices, kind } of Object.values(form.fields)) {
      if (at === undefined) continue;
      const pointer = `${writes}${at}`;
      const own = typeof choices === 'string' ? form.choiceSets?.[choices]?.choices : choices;
      const known = words.get(pointer);
      const said = Object.entries(own ?? {}).map(([value, choice]) => [value, choice.label] as const);
      words.set(pointer, {
        label: known?.label ?? label,
        kind: known?.kind ?? kind,
        choices: { ...Object.fromEntries(said), ...known?.choices },
      });
    }
  return words;
}

/** A key of the document as words, where no form names it: `purchasedOn` → "purchased on". */
export function wordsOfKey(pointer: string): string {
  const key = pointer.slice(pointer.lastIndexOf('/') + 1);
  return key.replace(
    /([a-z0-9])([A-Z])/g,
    (_, before: string, next: string) => `${before} ${next.toLowerCase()}`,
  );
}
