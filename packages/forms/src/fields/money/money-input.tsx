import { Input } from 'antd';
import { printMoney } from '../../text/print-money.ts';
import type { ControlProps } from '../../view/control-props.ts';
import { useFormScope } from '../../view/form-scope.tsx';
import { useTyping } from '../../view/use-typing.ts';

/** Yuan as a person writes them; the form stores cents. Separators and ¥ show when nobody is typing. */
export function MoneyInput({ state, id, describedBy, isInvalid, onSet, onLeave }: ControlProps) {
  const { locale } = useFormScope();
  const { value } = state;
  const isCents = typeof value === 'number';
  const typing = useTyping({
    edited: isCents ? yuan(value) : typeof value === 'string' ? value : '',
    ...(isCents ? { shown: printMoney(value, locale) } : {}),
    onType: (text) => onSet(text, true),
    onLeave,
  });
  return (
    <Input
      id={id}
      {...typing}
      inputMode="decimal"
      autoComplete="off"
      placeholder="¥"
      aria-describedby={describedBy}
      aria-invalid={isInvalid}
      aria-required={state.required}
      {...(isInvalid ? { status: 'error' as const } : {})}
    />
  );
}

/** Cents as decimal text, by digits alone: a binary fraction would round. */
function yuan(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const text = `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.00$/, '');
  return cents < 0 ? `-${text}` : text;
}
