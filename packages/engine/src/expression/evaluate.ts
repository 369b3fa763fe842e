import jsonLogic from 'json-logic-js';
import { isJsonObject, type Json } from '../issue/json.ts';
import { isIn } from './closures/arithmetic.ts';
import { asJson } from './coercion.ts';
import { nowOf, todayOf } from './dates.ts';
import { type Facts, isList, operationOf } from './expression.ts';
import { nameReader } from './read-name.ts';
import { requireProfile } from './require-profile.ts';
import { valueOperators } from './values.ts';

/**
 * The value of a rule by the reference: json-logic-js behind the profile check, with our operators registered. The
 * same value as the compiled rule, about forty times slower. Never throws for facts; a rule outside the profile is
 * misuse, a `WorkflowFault`.
 *
 * @example evaluate({ '+': [{ var: 'record.labourCents' }, 500] }, { record: { labourCents: 1500 } }) // 2000
 */
export function evaluate(rule: Json, facts: Facts): Json {
  requireProfile(rule);
  registerOperators();
  try {
    const value = library.apply(forReference(rule, facts), facts);
    return asJson(value);
  } catch {
    // Coercing a record that owns a key `toString` throws; the compiled rule answers null as well.
    return null;
  }
}

// The library has one table of operators per process. Ours carry a prefix there, so that a program that embeds us
// and uses json-logic-js itself keeps its own `var`.
const prefix = 'paidan:';

const ownOperators: { readonly [operator: string]: (this: unknown, ...values: readonly Json[]) => Json } = {
  ...valueOperators,
  var(name = null, fallback = null) {
    const value = nameReader(String(name))(this);
    return value === undefined ? fallback : value;
  },
  missing(...names) {
    return missingOf(names, this);
  },
  missing_some(least = null, names = null) {
    const list = isList(names) ? names : [];
    const missing = missingOf(list, this);
    return list.length - missing.length >= Number(least) ? [] : missing;
  },
  in: (needle = null, hay = null) => isIn(needle, hay),
};

// The library's own types describe each operator; what it is handed here is any checked rule.
const library: { apply(rule: Json, facts: Facts): Json } = jsonLogic;

let registered = false;

function registerOperators(): void {
  if (registered) return;
  for (const [operator, apply] of Object.entries(ownOperators)) {
    jsonLogic.add_operation(prefix + operator, apply);
  }
  registered = true;
}

function missingOf(names: readonly Json[], scope: unknown): readonly Json[] {
  return names.filter((name) => {
    const value = nameReader(String(name))(scope) ?? null;
    return value === null || value === '';
  });
}

/** The rule with our operators under their prefixed names, and the frozen instant in place of `now` and `today`. */
function forReference(rule: Json, facts: Facts): Json {
  if (isList(rule)) return rule.map((item) => forReference(item, facts));
  const operation = isJsonObject(rule) ? operationOf(rule) : undefined;
  if (operation === undefined) return rule;
  const { operator, operands } = operation;
  if (operator === 'now') return nowOf(facts);
  if (operator === 'today') return todayOf(facts);
  const name = Object.hasOwn(ownOperators, operator) ? prefix + operator : operator;
  return { [name]: operands.map((operand) => forReference(operand, facts)) };
}
