import { compileExpression } from '../../../expression/compile-expression.ts';
import type { Json } from '../../../issue/json.ts';
import { pairFacts } from '../../facts/pair-facts.ts';
import { failed, type Matcher } from '../matcher.ts';

/** JSON Logic over both sides is true; nothing but `true` passes. */
export function expressionMatcher(holds: Json): Matcher {
  const test = compileExpression(holds);
  return {
    test: (pair) => (test(pairFacts(pair)) === true ? undefined : failed({ reads: [...test.reads] })),
    sentence: { 'zh-CN': '条件不成立（{reads}）', en: 'the condition does not hold ({reads})' },
  };
}
