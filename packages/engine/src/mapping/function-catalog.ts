import { choiceFunctions } from './functions/choice.ts';
import type { MappingFunction } from './functions/mapping-function.ts';
import { numberFunctions } from './functions/number.ts';
import { placeFunctions } from './functions/place.ts';
import { shapeFunctions } from './functions/shape.ts';
import { textFunctions } from './functions/text.ts';
import { timeFunctions } from './functions/time.ts';

const functions: { readonly [name: string]: MappingFunction } = {
  ...textFunctions,
  ...numberFunctions,
  ...timeFunctions,
  ...choiceFunctions,
  ...placeFunctions,
  ...shapeFunctions,
};

/** The names of the closed list. `each` runs a pipeline per element and stands with the pipeline itself. */
export const functionNames: readonly string[] = [...Object.keys(functions), 'each'].sort();

/** A function of the closed list by its own name. */
export function mappingFunction(name: string): MappingFunction | undefined {
  return Object.hasOwn(functions, name) ? functions[name] : undefined;
}
