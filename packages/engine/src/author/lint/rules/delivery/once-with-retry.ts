import { issue } from '../../../../issue/issue.ts';
import { operationsOf } from '../../operations-of.ts';
import { quickFix } from '../../quick-fix.ts';
import { lintRule } from '../../rule.ts';

/** Mode `once` promises at most one sending, and a retry breaks it. */
export const onceWithRetry = lintRule('delivery/once-with-retry', (workflow) =>
  operationsOf(workflow)
    .filter(({ operation: { delivery, retry } }) => {
      const repeats = retry !== undefined && (retry.limit > 0 || retry.slow !== undefined);
      return delivery?.mode === 'once' && repeats;
    })
    .map(({ name, pointer }) => {
      const title = { 'zh-CN': '取消重试', en: 'Take the retry away' };
      const fix = quickFix(title, { op: 'remove', path: `${pointer}/retry` });
      return issue('delivery/once-with-retry', `${pointer}/retry`, { name, fix });
    }),
);
