import { isJsonObject, type Json } from '../../issue/json.ts';
import { isOfType, type ShapeSchema } from './shape-schema.ts';

/** Which branches of a union a document means. `key`: it is one of several objects, but its fixed key names none of them. */
export type BranchChoice =
  | { readonly kind: 'none' }
  | { readonly kind: 'branches'; readonly branches: readonly ShapeSchema[] }
  | {
      readonly kind: 'key';
      readonly key: string;
      readonly values: readonly Json[];
      readonly found: Json | undefined;
    };

export function chooseBranch(branches: readonly ShapeSchema[], value: Json | undefined): BranchChoice {
  if (value === undefined) return { kind: 'none' };
  const fitting = flattened(branches).filter((branch) => couldBe(branch, value));
  if (fitting.length === 0) return { kind: 'none' };
  if (!isJsonObject(value) || fitting.length === 1) return { kind: 'branches', branches: fitting };
  const key = discriminatorOf(fitting);
  if (key === undefined) return { kind: 'branches', branches: fitting };
  const found = Object.hasOwn(value, key) ? value[key] : undefined;
  const chosen = fitting.filter((branch) => branch.properties?.[key]?.const === found);
  if (chosen.length > 0) return { kind: 'branches', branches: chosen };
  const values = [...new Set(fitting.map((branch) => branch.properties?.[key]?.const ?? ''))];
  return { kind: 'key', key, values, found };
}

/** A union within a union is one union. */
function flattened(branches: readonly ShapeSchema[]): readonly ShapeSchema[] {
  return branches.flatMap((branch) => (branch.anyOf === undefined ? [branch] : flattened(branch.anyOf)));
}

function couldBe(branch: ShapeSchema, value: Json): boolean {
  if (branch.const !== undefined) return branch.const === value;
  if (branch.enum !== undefined) return branch.enum.includes(value);
  return isOfType(branch, value);
}

/** The key that every branch fixes, to more than one value among them. */
function discriminatorOf(branches: readonly ShapeSchema[]): string | undefined {
  const keys = Object.keys(branches[0]?.properties ?? {});
  return keys.find((key) => {
    const fixed = branches.map((branch) => branch.properties?.[key]?.const);
    return fixed.every((value) => value !== undefined);
  });
}
