import type { Policy } from '../../author/definition/policy.ts';
import { WorkflowFault } from '../../issue/workflow-fault.ts';
import { compilePolicy } from './compile-policy.ts';
import type { CompiledPolicy } from './compiled-policy.ts';

const compiled = new WeakMap<Policy, CompiledPolicy>();

/** The compiled form of a policy that a plan carries; compiled once per object, since a definition is never mutated. */
export function compiledOf(policy: Policy): CompiledPolicy {
  const known = compiled.get(policy);
  if (known !== undefined) return known;
  const { value } = compilePolicy(policy);
  if (value === undefined) {
    throw new WorkflowFault(
      'routing/unsound-policy',
      'The plan carries a policy that does not compile',
      'give-up',
    );
  }
  compiled.set(policy, value);
  return value;
}
