import type { MessagePattern } from '../../issue/message-table.ts';
import { fillPattern, type Text } from '../../issue/text.ts';
import type { CompiledPolicy } from '../criteria/compiled-policy.ts';
import type { Failure } from '../eligible/matcher.ts';

/** A failed requirement as one sentence in both languages, such as 「当日负荷 3/3」. */
export function failureSentence(policy: CompiledPolicy, requirement: string, failure: Failure): Text {
  const pattern = patternOf(policy, requirement, failure);
  return {
    'zh-CN': fillPattern(pattern['zh-CN'], failure.values, 'zh-CN'),
    en: fillPattern(pattern.en, failure.values, 'en'),
  };
}

function patternOf(policy: CompiledPolicy, requirement: string, { reason }: Failure): MessagePattern {
  const outside = Object.hasOwn(outsideSentences, requirement) ? outsideSentences[requirement] : undefined;
  if (outside !== undefined) return outside;
  if (reason === 'unknown') return { 'zh-CN': '缺少数据，无法判断', en: 'unknown, so it cannot pass' };
  if (reason === 'no-mentor')
    return {
      'zh-CN': '等级 {have}，需要 {needs}，且无导师在班',
      en: 'level {have}, needs {needs}, and no mentor is there',
    };
  const matched = policy.requirements.find(({ id }) => id === requirement);
  return matched?.matcher.sentence ?? { 'zh-CN': '不符合', en: 'does not hold' };
}

const outsideSentences: { readonly [requirement: string]: MessagePattern } = {
  'pool.role': { 'zh-CN': '不在人员池（需要角色 {needs}）', en: 'not in the pool (role {needs})' },
  'offer.declined': { 'zh-CN': '本轮已拒绝（{because}）', en: 'declined in this pass ({because})' },
  'pin.must-not': { 'zh-CN': '被指定不参与，至 {until}', en: 'pinned out until {until}' },
};
