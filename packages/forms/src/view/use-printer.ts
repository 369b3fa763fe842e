import type { Field } from '@paidan/engine/definition';
import { isJsonObject, type Json, type JsonObject } from '@paidan/engine/issue';
import type { FieldState } from '../evaluate/evaluation.ts';
import { printInstant } from '../text/print-instant.ts';
import { printMoney } from '../text/print-money.ts';
import { printPhone } from '../text/print-phone.ts';
import { useFormScope, useWords } from './form-scope.tsx';

export interface PrintedProps {
  readonly fieldId: string;
  readonly field: Field;
  readonly state: FieldState;
}

/** Says one plain answer in the reader's language. */
export function usePrinter(): (field: Field, value: Json | undefined) => string {
  const { locale, context, form } = useFormScope();
  const { words, say } = useWords();
  const labelOf = (field: Field, id: string) => {
    const own =
      typeof field.choices === 'string'
        ? form.definition.choiceSets?.[field.choices]?.choices
        : field.choices;
    return say(own?.[id]?.label ?? id);
  };
  return (field, value) => {
    if (value === undefined || value === null) return words.empty;
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    if (Array.isArray(value))
      return value.map((one) => labelOf(field, String(one))).join(words.listSeparator);
    if (isJsonObject(value)) return printObject(value);
    if (field.kind === 'choice') return labelOf(field, String(value));
    if (field.kind === 'money' && typeof value === 'number') return printMoney(value, locale);
    if (field.kind === 'phone') return printPhone(String(value));
    if (field.kind === 'date-time' || field.kind === 'code') {
      return printInstant(String(value), context.timeZone ?? 'Asia/Shanghai', locale);
    }
    const unit = say(field.options?.unit);
    return unit === '' ? String(value) : `${String(value)} ${unit}`;
  };
}

function printObject(value: JsonObject): string {
  const signer = value['signer'];
  const named = value['label'] ?? value['address'] ?? (isJsonObject(signer) ? signer['label'] : undefined);
  return typeof named === 'string' ? named : '—';
}
