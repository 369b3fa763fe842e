import { issue } from '../../../../issue/issue.ts';
import { operationsOf } from '../../operations-of.ts';
import { lintRule } from '../../rule.ts';

/** A write that is repeated after an unknown outcome, or does not say what then, may happen twice on the other side. */
export const postAtLeastOnce = lintRule('delivery/post-at-least-once', (workflow) =>
  operationsOf(workflow)
    .filter(
      ({ operation: { does, delivery } }) => does === 'write' && (delivery?.mode ?? 'atLeast') === 'atLeast',
    )
    .map(({ name, pointer }) => issue('delivery/post-at-least-once', pointer, { name })),
);
