import { isJsonObject, type JsonObject, pointerOf, segmentsOf } from '@paidan/engine/issue';
import type { FormPlan } from '../compile/form-plan.ts';
import { isEmpty } from '../fields/empty.ts';
import type { SweepFinding } from './sweep-state.ts';

interface Branch {
  readonly members: Map<string, Branch>;
  isPlace: boolean;
}

const branches = new WeakMap<FormPlan, Branch>();

/**
 * What a client may not claim because the form has no such place: every name that is no field, no fill and no part of a
 * way to one. Computed, looked-up and hidden places are known here and judged by the sweep.
 */
export function unknownNames(plan: FormPlan, values: JsonObject): readonly SweepFinding[] {
  const known = branches.get(plan) ?? branchesOf(plan);
  branches.set(plan, known);
  const findings: SweepFinding[] = [];
  collect(values, known, segmentsOf(plan.cut.writes), findings);
  return findings;
}

function branchesOf(plan: FormPlan): Branch {
  const root: Branch = { members: new Map(), isPlace: false };
  const above = segmentsOf(plan.cut.writes).length;
  for (const pointer of plan.writable) {
    let branch = root;
    for (const segment of segmentsOf(pointer).slice(above)) {
      const next = branch.members.get(segment) ?? { members: new Map(), isPlace: false };
      branch.members.set(segment, next);
      branch = next;
    }
    branch.isPlace = true;
  }
  return root;
}

function collect(values: JsonObject, known: Branch, at: readonly string[], into: SweepFinding[]): void {
  for (const [name, value] of Object.entries(values)) {
    const branch = known.members.get(name);
    if (branch?.isPlace === true) continue;
    if (branch !== undefined && isJsonObject(value)) collect(value, branch, [...at, name], into);
    else if (branch === undefined || !isEmpty(value)) {
      into.push({ code: 'form/unknown-field', pointer: pointerOf(...at, name), data: { name } });
    }
  }
}
