import { issue } from '../../../../issue/issue.ts';
import { quickFix } from '../../quick-fix.ts';
import { lintRule } from '../../rule.ts';

/** Every step can be come to from the start. */
export const unreachableStep = lintRule('lint/unreachable-step', (_, { graph }) =>
  graph.steps
    .filter(({ id, scope }) => !graph.reachable.has(id) && ownerIsReachable(scope, graph.reachable))
    .map(({ id, pointer }) => {
      const title = { 'zh-CN': '删除该环节', en: 'Remove the step' };
      return issue('lint/unreachable-step', pointer, {
        id,
        fix: quickFix(title, { op: 'remove', path: pointer }),
      });
    }),
);

/** What stands in an unreachable parallel step is reported with that step. */
function ownerIsReachable(scope: string, reachable: ReadonlySet<string>): boolean {
  const owner = /^\/flow\/steps\/([^/]+)\/branches\//.exec(scope)?.[1];
  return owner === undefined || reachable.has(owner);
}
