import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { formatPattern } from './format-pattern.ts';
import { zhCN } from './zh-CN.ts';

describe('formatPattern', () => {
  it('chooses the plural of the language', () => {
    const pattern = { 'zh-CN': '{n} 张', en: '{n, plural, one {# order} other {# orders}}' };
    expect([1, 2].map((n) => formatPattern(pattern, { n }, 'en'))).toEqual(['1 order', '2 orders']);
    expect(formatPattern(pattern, { n: 2 }, 'zh-CN')).toBe('2 张');
  });

  it('reads texts among the values in the same language', () => {
    const data = { label: { 'zh-CN': '理由', en: 'Reason' } };
    expect(formatPattern('{label}', data, 'en')).toBe('Reason');
    expect(formatPattern('请填写「{label}」', data, 'zh-CN')).toBe('请填写「理由」');
  });

  it('says — for a value nobody gave, and never reads a tag', () => {
    expect(formatPattern('{a} <b>x</b>', {}, 'en')).toBe('— <b>x</b>');
  });

  it('shows a broken pattern as it is written', () => {
    expect(formatPattern('{n, plural, one {', {}, 'en')).toBe('{n, plural, one {');
  });
});

describe('the view’s own words', () => {
  it('[B38] have the same placeholders in both languages', () => {
    const holes = (pattern: string) =>
      [...pattern.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name]) => name).sort();
    for (const word of Object.keys(zhCN) as (keyof typeof zhCN)[]) {
      expect([word, holes(en[word])]).toEqual([word, holes(zhCN[word])]);
    }
  });
});
